import { expect, test } from 'vitest';
import { checkContent } from '../check-content.ts';
import { createMemoryFolder } from '../folder/create-memory-folder.ts';
import { formatIssues } from '../issues/format-issues.ts';

async function report(head: string): Promise<string> {
  const files = {
    'products/meter/zh.mdx': '---\nname: M-1\n---\n',
    'cases/one/zh.mdx': `---\n${head}\n---\n`,
  };
  const { issues } = await checkContent(createMemoryFolder(files), { cache: { texts: new Map() } });
  const isTold = ({ code, file }: { code: string; file: string }): boolean =>
    file.endsWith('one/zh.mdx') && code === 'UnknownEntry';
  return formatIssues(issues.filter(isTold));
}

test('tells a product that a case names and that is not there', async () => {
  expect(await report('products: [meter, metre]')).toMatchInlineSnapshot(`
    "content/cases/one/zh.mdx:2:19  UnknownEntry
      products[1] is "metre". There is no content/products/metre/.
      Did you mean "meter"?

    1 problem in 1 file"
  `);
});

test('products are named by their folder alone', async () => {
  expect(await report('products: [products/meter]')).toMatchInlineSnapshot(`
    "content/cases/one/zh.mdx:2:12  UnknownEntry
      products[0] is "products/meter". There is no content/products/products/meter/.
      Known: meter.

    1 problem in 1 file"
  `);
});
