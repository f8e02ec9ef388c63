import { XMLParser } from 'fast-xml-parser';
import { SyntaxValidator } from 'fast-xml-validator';

/** A feed as its reader sees it; attributes begin with `@_`. */
interface Feed {
  readonly rss: {
    readonly channel: {
      readonly language: string;
      readonly 'atom:link': { readonly '@_href': string };
      readonly item: FeedItem | readonly FeedItem[];
    };
  };
}

interface FeedItem {
  readonly title: string;
  readonly link: string;
  readonly description: string;
  readonly pubDate: string;
}

/** @throws {Error} when it is no well-formed XML */
export function parseXml(text: string): Feed {
  SyntaxValidator.validate(text);
  return new XMLParser({ ignoreAttributes: false }).parse(text) as Feed;
}
