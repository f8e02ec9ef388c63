import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { KINDS } from '../../../site/schemas/kinds.ts';

/**
 * Makes a content folder of `count` white papers (zh and en each) from the sample company's forms, people and
 * mails. Bodies are plain Markdown with headings, lists and a table, about 5 KB, and differ from one another.
 */
export async function generateContent({
  sample,
  target,
  count,
}: {
  readonly sample: string;
  readonly target: string;
  readonly count: number;
}): Promise<void> {
  await cp(sample, target, { recursive: true });
  const whitepapers = join(target, 'whitepapers');
  const [first = ''] = await readdir(whitepapers);
  await cp(join(whitepapers, first, 'cover.svg'), join(target, 'cover.svg'));
  // The others need templates the bare site has not, and lead to the sample's white papers.
  for (const kind of KINDS) await rm(join(target, kind), { recursive: true, force: true });
  await leadToWhitePapersOnly(join(target, 'site.yaml'));
  for (let index = 0; index < count; index += 1) {
    const folder = join(whitepapers, `paper-${index}`);
    await mkdir(folder, { recursive: true });
    await cp(join(target, 'cover.svg'), join(folder, 'cover.svg'));
    await writeFile(join(folder, 'paper.pdf'), `%PDF-1.7\n% paper ${index}\n${'0'.repeat(2000)}\n%%EOF\n`);
    for (const locale of ['zh', 'en'] as const)
      await writeFile(join(folder, `${locale}.mdx`), page(index, locale));
  }
  await rm(join(target, 'cover.svg'));
}

async function leadToWhitePapersOnly(path: string): Promise<void> {
  const site = parse(await readFile(path, 'utf8')) as { navigation: { to: string }[] };
  site.navigation = site.navigation.filter(({ to }) => to === 'whitepapers');
  await writeFile(path, stringify(site));
}

function page(index: number, locale: 'zh' | 'en'): string {
  const zh = locale === 'zh';
  const description = zh
    ? `第 ${index} 号测量案例：如何在产线节拍内逐件测量，并确认读数可信，适合工艺与质量工程师阅读。`
    : `Case ${index} of measuring every part at takt time, and what it takes for a plant to trust the numbers.`;
  const section = zh
    ? (n: number) =>
        `## 第 ${n} 节：编号 ${index} 的测量\n\n产线以每分钟 ${60 + (index % 40)} 米运行时，每个像素对应的行程由行频决定。**第 ${n} 步**先看最坏情况，再看平均值。\n\n- 温度漂移\n- 振动\n- 照明老化\n\n| 量 | 值 | 单位 |\n|---|---|---|\n| 行频 | ${20 + n} | kHz |\n| 像素 | ${index % 9} | µm |\n`
    : (n: number) =>
        `## Section ${n}: measurement ${index}\n\nWith the web at ${60 + (index % 40)} m/min the travel per pixel follows from the line rate. **Step ${n}** looks at the worst case first and at the mean afterwards, because a plant is judged by its worst shift.\n\n- drift with temperature\n- vibration\n- ageing light\n\n| quantity | value | unit |\n|---|---|---|\n| line rate | ${20 + n} | kHz |\n| pixel | ${index % 9} | µm |\n`;
  const sections = Array.from({ length: 10 }, (_, n) => section(n + 1)).join('\n');
  return `---
title: ${zh ? `逐件测量手册 ${index}` : `Gauging handbook ${index}`}
description: ${JSON.stringify(description)}
published: 2026-10-12
author: lin-yue
owner: lin-yue
roles: [engineering, quality]
stage: awareness
industries: [battery]
pages: 1
cover: cover.svg
coverAlt: ${zh ? '测量头' : 'A gauge head'}
learn:
  - ${zh ? '抽检为何看不见漂移' : 'Where sampling hides drift'}
gate:
  form: whitepaper
  file: paper.pdf
  fileName: paper-${index}-${locale}.pdf
---

${sections}`;
}
