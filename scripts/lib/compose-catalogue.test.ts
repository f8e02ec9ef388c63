import { describe, expect, test } from 'vitest';
import type { Catalogue } from '../../edge/contract/catalogue.ts';
import { CATALOGUE_FIXTURE } from '../../edge/core/testing/catalogue-fixture.ts';
import { loadContent } from '../../site/loader/load-content.node.ts';
import { composeCatalogue } from './compose-catalogue.ts';
import { assetsOf } from './seal-assets.ts';

async function catalogueOf(root: string): Promise<Catalogue> {
  const { content } = await loadContent(root);
  if (!content) throw new Error(`${root} has issues`);
  const sealedPaths = new Map(assetsOf(content).map(({ id }) => [id, `/_sealed/${id}`]));
  const { pages, mails } = CATALOGUE_FIXTURE;
  return composeCatalogue(content, { sealedPaths, templates: { pages, mails } });
}

describe('the catalogue of the sample site', () => {
  test('names the form and the file of an entry with both', async () => {
    const { entries, assets } = await catalogueOf('content');
    expect(entries['whitepapers/inline-gauging']).toEqual({
      id: 'whitepapers/inline-gauging',
      title: expect.anything(),
      path: { zh: '/zh/whitepapers/inline-gauging/', en: '/en/whitepapers/inline-gauging/' },
      form: 'whitepaper',
      asset: { zh: 'whitepapers/inline-gauging/zh', en: 'whitepapers/inline-gauging/en' },
      owner: expect.any(String),
      industries: ['battery'],
      line: 'gauges',
    });
    expect(Object.keys(assets)).toContain('whitepapers/inline-gauging/zh');
  });

  test('names no file where there is none, but what happens next', async () => {
    const { entries, assets } = await catalogueOf('content');
    for (const id of ['landing/line-walk', 'products/lg-80']) {
      const { asset, thanks } = entries[id]!;
      expect(asset).toBeNull();
      expect(thanks).toEqual({
        zh: expect.stringContaining('工作日'),
        en: expect.stringContaining('working day'),
      });
      expect(Object.keys(assets).filter((name) => name.startsWith(id))).toEqual([]);
    }
  });

  test('leaves out what has no form', async () => {
    const { entries } = await catalogueOf('content');
    expect(Object.keys(entries)).not.toContain('products/lc-8k');
    expect(Object.keys(entries).filter((id) => id.startsWith('articles/'))).toEqual([]);
  });
});
