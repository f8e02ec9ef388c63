import type { Graph, Thing } from 'schema-dts';

/** The text of a `<script type="application/ld+json">`: no text in it can end the script or begin a comment. */
export function jsonLd(things: readonly Thing[]): string {
  const graph = { '@context': 'https://schema.org', '@graph': things } satisfies Graph;
  return JSON.stringify(graph).replace(
    UNSAFE,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const UNSAFE = /[<>&\u2028\u2029]/g;
