import GithubSlugger from 'github-slugger';
import type { Element, ElementContent, Root } from 'hast';
import type { Locale, Localized } from '../../../edge/contract/locale.ts';
import { element } from '../../blocks/element.ts';
import { HOLE } from '../../blocks/hole.ts';
import { issueAt } from '../issues/issue.ts';
import type { Explanation, Issue, Place } from '../issues/issue.ts';
import type { Heading, Reference } from './page-text.ts';

interface Polished {
  readonly headings: readonly Heading[];
  readonly links: readonly Reference[];
  readonly pictures: readonly Reference[];
  readonly people: readonly Reference[];
  readonly media: readonly Reference[];
  readonly issues: readonly Issue[];
}

interface Collected {
  readonly headings: Heading[];
  readonly links: Reference[];
  readonly pictures: Reference[];
  readonly people: Reference[];
  readonly media: Reference[];
  readonly issues: Issue[];
}

interface Context extends Collected {
  readonly file: string;
  readonly locale: Locale;
  readonly slugger: GithubSlugger;
}

/**
 * Makes the tree fit for a phone and for people who can't see it, in place: heading ids, tables and code that
 * scroll by themselves, pictures handed to Astro, links without a way back into our window.
 */
export function polishHtml(tree: Root, { file, locale }: { file: string; locale: Locale }): Polished {
  const slugger = new GithubSlugger();
  for (const id of RESERVED_IDS) slugger.slug(id);
  const collected: Collected = { headings: [], links: [], pictures: [], people: [], media: [], issues: [] };
  polishChildren(tree, { ...collected, file, locale, slugger });
  return collected;
}

/** Ids the page around the text uses. */
const RESERVED_IDS = ['get', 'main', 'menu', 'top', 'footnote-label'];

const TABLE_LABEL: Localized = { zh: '表格，可左右滑动', en: 'Table, scrolls sideways' };
const CODE_LABEL: Localized = { zh: '代码，可左右滑动', en: 'Code, scrolls sideways' };

function polishChildren(parent: Root | Element, context: Context): void {
  parent.children = parent.children.map((child) => {
    if (child.type !== 'element') return child;
    polishChildren(child, context);
    return polishElement(child, context);
  });
}

function polishElement(node: Element, context: Context): Element {
  switch (node.tagName) {
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return polishHeading(node, context);
    case 'a':
      return polishLink(node, context);
    case 'img':
      return polishPicture(node, context);
    case 'p':
      return asFigure(node) ?? node;
    case 'table':
      return scrolling(node, { className: 'table-scroll', label: TABLE_LABEL[context.locale] });
    case 'pre':
      return scrolling(node, { className: 'code-scroll', label: CODE_LABEL[context.locale] });
    case 'th':
    case 'td':
      return polishCell(node);
    case HOLE:
      return collectPerson(node, context);
    case 'input':
      return element('span', { className: ['task'] }, [node.properties['checked'] ? '☑' : '☐']);
    default:
      return node;
  }
}

function polishHeading(node: Element, { headings, slugger }: Context): Element {
  if (node.properties['id'] === 'footnote-label') return node;
  const text = textOf(node).trim();
  const slug = slugger.slug(text) || slugger.slug('section');
  node.properties['id'] = slug;
  headings.push({ depth: Number(node.tagName[1]), slug, text });
  return node;
}

function polishLink(node: Element, context: Context): Element {
  const href = textProperty(node, 'href');
  const isOurs = 'dataFootnoteRef' in node.properties || 'dataFootnoteBackref' in node.properties;
  if (isOurs || !node.position) return node;
  const target = decoded(href);
  const place = placeOf(node, context.file);
  if (node.properties['dataVideo'] === 'file') {
    context.media.push({ target, place });
    return node;
  }
  if (!isSafeTarget(target)) {
    context.issues.push(issueAt(place, UNSAFE_LINK));
    return node;
  }
  context.links.push({ target, place });
  if (/^https?:/i.test(href)) node.properties['rel'] = ['noopener'];
  else if (/^\/[^?#]*[^/?#.](?=[?#]|$)/.test(href) && !/\.\w+(?=[?#]|$)/.test(href)) {
    node.properties['href'] = href.replace(/(?=[?#]|$)/, '/');
  }
  return node;
}

const UNSAFE_LINK: Explanation = {
  code: 'UnsafeLink',
  message:
    'A link leads to a page (/en/…), a heading (#…), an https address, a mail address or a telephone number.',
  hint: 'Write one of [words](/en/whitepapers/), [words](https://…), [words](mailto:…), [words](tel:+86…).',
};

function isSafeTarget(target: string): boolean {
  // Browsers drop tabs and line breaks inside a scheme.
  const bare = target.replaceAll(/[\p{Cc}\s]/gu, '');
  if (bare === '' || /^[/\\]{2}|^[^#?]*\\/.test(bare)) return false;
  return !/^[^/?#]*:/.test(bare) || /^(https?:\/\/[^/\\@?#]+([/?#]|$)|mailto:[^/]|tel:\+?\d)/i.test(bare);
}

function polishPicture(node: Element, context: Context): Element {
  const src = decoded(textProperty(node, 'src'));
  const alt = textProperty(node, 'alt').trim();
  const place = placeOf(node, context.file);
  const isDecoration = node.properties['role'] === 'presentation';
  if (alt === '' && !isDecoration) context.issues.push(issueAt(place, missingAlt(src)));
  if (/^([a-z][a-z\d+.-]*:|\/\/)/i.test(src)) {
    context.issues.push(issueAt(place, REMOTE_PICTURE));
    return node;
  }
  const prop = (node.data as { prop?: string } | undefined)?.prop;
  context.pictures.push({ target: src, place, ...(prop !== undefined && { prop }) });
  const local = src.startsWith('.') ? src : `./${src}`;
  // The name by which Astro finds pictures in rendered text; it puts the real address and the size in its place.
  const first = node.properties['loading'] === 'eager' ? { loading: 'eager', fetchpriority: 'high' } : {};
  const properties = {
    __ASTRO_IMAGE_: JSON.stringify({
      src: local,
      alt,
      ...scaling(local, textProperty(node, 'sizes')),
      ...first,
    }),
  };
  return { ...element('img', properties), data: { title: node.properties['title'] } as Element['data'] };
}

/** A drawing is sharp at any size; a photograph comes in the size of the screen. */
function scaling(path: string, sizes: string): object {
  if (/\.svg$/i.test(path)) return {};
  return { widths: [480, 960, 1280, 1920], sizes: sizes || '(min-width: 44rem) 40rem, 100vw' };
}

const REMOTE_PICTURE: Explanation = {
  code: 'RemotePicture',
  message: 'Pictures are never loaded from other sites: that would tell them who reads this page.',
  hint: 'Save the picture beside the page and write',
  fix: '![what it shows](./picture.jpg)',
};

function missingAlt(src: string): Explanation {
  return {
    code: 'MissingAltText',
    message: 'The picture has no words for people who can’t see it.',
    fix: `![what it shows](${src})`,
  };
}

/** A picture on its own becomes a figure, its title the caption. */
function asFigure(paragraph: Element): Element | undefined {
  const [picture, ...others] = paragraph.children;
  if (picture?.type !== 'element' || picture.tagName !== 'img' || others.length > 0) return undefined;
  const title = (picture.data as { title?: unknown } | undefined)?.title;
  const caption = typeof title === 'string' && title !== '' ? [element('figcaption', {}, [title])] : [];
  return element('figure', { className: ['figure'] }, [picture, ...caption]);
}

function scrolling(node: Element, { className, label }: { className: string; label: string }): Element {
  return element('div', { className: [className], role: 'group', ariaLabel: label, tabIndex: 0 }, [node]);
}

/** Alignment as a class: the page's security policy allows no style attributes. An empty cell heads nothing. */
function polishCell(node: Element): Element {
  const { align, ...properties } = node.properties;
  if (typeof align === 'string') properties['className'] = [`align-${align}`];
  if (node.children.every((child) => child.type === 'text' && child.value.trim() === ''))
    return { ...node, tagName: 'td', properties };
  if (node.tagName === 'th') properties['scope'] ??= 'col';
  return { ...node, properties };
}

function collectPerson(node: Element, { people, file }: Context): Element {
  const id = textProperty(node, 'dataPerson');
  if (id !== '' && node.position) people.push({ target: id, place: placeOf(node, file) });
  return node;
}

function textOf(node: Element | ElementContent): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

function textProperty(node: Element, name: string): string {
  const value = node.properties[name];
  return typeof value === 'string' ? value : '';
}

function decoded(target: string): string {
  try {
    return decodeURI(target);
  } catch {
    return target;
  }
}

function placeOf(node: Element, file: string): Place {
  const start = node.position?.start;
  return { file, line: start?.line ?? 1, column: start?.column ?? 1 };
}
