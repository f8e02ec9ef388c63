import { HtmlElement } from 'html-validate';
import { LANGUAGE_TAGS, type Locale } from '../../../edge/contract/locale.ts';
import type { BuiltPage } from './built-site.ts';

/** Attributes that are shown or read out. */
const READ_OUT = ['alt', 'aria-label', 'placeholder', 'title'];
const NOT_READ = new Set(['script', 'style']);

/** What a Chinese reader takes as it is: names, addresses and marks of the trade. */
const SAME_IN_CHINESE = [
  /^[\w.+-]+@[\w.-]+$/,
  /^(?:English|Northlake Instruments GmbH|Seeweg 7, 76131 Karlsruhe, Germany|PDF|Cookie|utm_source)$/,
  // Names of products, order codes, standards and interfaces.
  /^(?:NL-)?(?:LG|LC|EC)-?\d+K?[-/ ]?\w*$/,
  /^(?:IP\d\d|IEC [\d-]+|(?:\d × )?RS-422|EtherCAT · PROFINET|OPC UA · MQTT|[\d ±%]+ V DC)$/,
];
const QUANTITY = /\d\s?[A-Za-zµ°/²³]{1,5}(?![A-Za-z])/g;

/** The number of a Chinese website is the same in every language. */
const ICP_NUMBER = /\p{Script=Han}ICP备\d+号(?:-\d+)?/gu;

/** Texts on a page, what is read out included, that are not in its language. */
export function wordsOfAnotherLanguage(page: BuiltPage, locale: Locale): string[] {
  return [...textsIn(page.document, LANGUAGE_TAGS[locale])]
    .map((text) => text.replace(ICP_NUMBER, '').replace(/\s+/g, ' ').trim())
    .filter((text) => (locale === 'zh' ? isOnlyLatin(text) : /\p{Script=Han}/u.test(text)));
}

function isOnlyLatin(text: string): boolean {
  return (
    /\p{Script=Latin}{2}/u.test(text.replace(QUANTITY, '')) &&
    !/\p{Script=Han}/u.test(text) &&
    !SAME_IN_CHINESE.some((one) => one.test(text))
  );
}

/** Where the markup says that it is another language, the language of the page does not count. */
function* textsIn(element: HtmlElement, language: string): Generator<string> {
  const own = element.getAttributeValue('lang');
  if (NOT_READ.has(element.tagName) || (own !== null && own !== language)) return;
  for (const name of READ_OUT) {
    const value = element.getAttributeValue(name);
    if (value) yield value;
  }
  if (element.tagName === 'meta' && element.getAttributeValue('name') === 'description') {
    yield element.getAttributeValue('content') ?? '';
  }
  for (const child of element.childNodes) {
    if (child instanceof HtmlElement) yield* textsIn(child, language);
    else yield child.textContent;
  }
}
