import { LOCALES } from '../../edge/contract/locale.ts';
import type { LegalPage, Site } from './content.ts';
import type { Place } from './issues/issue.ts';
import { renderText } from './mdx/render-text.ts';
import type { PageText } from './mdx/page-text.ts';
import type { LegalSource, Source } from './sources.ts';
import type { YamlSource } from './yaml/parse-yaml.ts';
import type { Path } from './yaml/path.ts';

/** Renders the imprint and the privacy notice of `site.yaml`; places are those in that file. */
export function readLegalTexts({ yaml }: Source<Site>): LegalSource[] {
  return PAGES.flatMap((page) =>
    LOCALES.flatMap((locale) => {
      const path = ['legal', page, locale];
      const text = yaml.text(path);
      if (text === undefined) return [];
      const rendered = renderText({ file: yaml.file, text, locale });
      return [{ page, locale, text: moved(rendered, { text, yaml, path }) }];
    }),
  );
}

const PAGES: readonly LegalPage[] = ['imprint', 'privacy'];

function moved(
  rendered: PageText,
  { text, yaml, path }: { text: string; yaml: YamlSource; path: Path },
): PageText {
  const move = <T extends Place>(place: T): T => ({
    ...place,
    ...yaml.placeIn(path, offsetOf(text, place)),
  });
  return {
    ...rendered,
    issues: rendered.issues.map(move),
    links: rendered.links.map(({ target, place }) => ({ target, place: move(place) })),
    pictures: rendered.pictures.map(({ target, place }) => ({ target, place: move(place) })),
    people: rendered.people.map(({ target, place }) => ({ target, place: move(place) })),
    media: rendered.media.map(({ target, place }) => ({ target, place: move(place) })),
    blocks: rendered.blocks.map((block) => ({ ...block, place: move(block.place) })),
  };
}

function offsetOf(text: string, { line, column }: Place): number {
  const lines = text.split('\n').slice(0, line - 1);
  return lines.reduce((sum, before) => sum + before.length + 1, 0) + column - 1;
}
