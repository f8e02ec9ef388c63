import { join } from 'node:path';
import { builtPaths, loadNodeConfig } from '../../edge/entry/node-config.node.ts';
import { leaveChecked } from '../../site/loader/checked-content.ts';
import { contentRoot as rootOf } from '../../site/loader/folder/content-root.node.ts';
import { publishedContent } from '../../site/loader/published-content.ts';
import { digestCode } from '../../scripts/lib/digest-code.ts';
import { keepCompiledCode } from '../../scripts/lib/keep-compiled-code.ts';
import { ROOT_FOLDER } from '../../scripts/lib/run-command.ts';

// Of `npm run build` what bare Astro does as well: reads the content, checks it, and draws the pages.
keepCompiledCode();
const drawing = import('../../scripts/lib/draw-pages.ts');
const { readContent } = await import('../../scripts/lib/read-content.ts');
const place = { env: process.env, cwd: process.cwd() };
const contentRoot = rootOf(place);
const { outFolder } = await loadNodeConfig(place);
const version = await digestCode();
const workFolder = join(ROOT_FOLDER, '.astro/work', `bench-${process.pid}`);
const { content } = await readContent({ contentRoot, packPath: join(workFolder, 'texts.pack'), version });
leaveChecked({ root: contentRoot, content: publishedContent(content) });
const { drawPages } = await drawing;
const { siteFolder } = builtPaths(outFolder);
await drawPages({ contentRoot, workFolder, siteFolder, version });
