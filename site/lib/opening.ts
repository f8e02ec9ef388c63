/** The first paragraph of a rendered text in plain words, as search engines show it; undefined without one. */
export function opening(html: string): string | undefined {
  const paragraph = /<p>(.*?)<\/p>/s.exec(html)?.[1];
  return paragraph
    ?.replace(/<[^>]+>/g, '')
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/\s+/g, ' ')
    .trim();
}
