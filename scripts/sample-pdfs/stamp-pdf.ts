import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib';
import { LANGUAGE_TAGS } from '../../edge/contract/locale.ts';
import type { Paper } from './paper.ts';

/** What a file says about itself. */
interface Stamp extends Pick<Paper, 'title' | 'description' | 'locale' | 'company' | 'published'> {
  readonly author: Pick<Paper['author'], 'name'>;
}

/** Sets the file's metadata with fixed dates, so that equal content gives equal bytes. */
export async function stampPdf(
  bytes: Uint8Array,
  { paper, headings }: { paper: Stamp; headings: readonly string[] },
): Promise<Uint8Array> {
  const file = await PDFDocument.load(bytes, { updateMetadata: false });
  const date = new Date(`${paper.published}T00:00:00Z`);
  file.setTitle(paper.title, { showInWindowTitleBar: true });
  file.setAuthor(paper.author.name);
  file.setSubject(paper.description);
  file.setLanguage(LANGUAGE_TAGS[paper.locale]);
  file.setCreator(paper.company);
  file.setProducer(paper.company);
  file.setCreationDate(date);
  file.setModificationDate(date);
  // Chromium writes the title of a heading that moved to the next page twice.
  outlineItems(file).forEach((item, index) => {
    item.set(PDFName.of('Title'), PDFHexString.fromText(headings[index] ?? ''));
  });
  return file.save();
}

/** Page numbers of the outline's entries, in their order. */
export async function outlinePages(bytes: Uint8Array): Promise<number[]> {
  const file = await PDFDocument.load(bytes, { updateMetadata: false });
  const pages = file.getPages().map((page) => page.ref);
  return outlineItems(file).map((item) => {
    const target = item.lookup(PDFName.of('Dest'), PDFArray).get(0);
    return pages.findIndex((page) => page === target) + 1;
  });
}

function outlineItems(file: PDFDocument): PDFDict[] {
  const found: PDFDict[] = [];
  const walk = (parent: PDFDict | undefined): void => {
    let item = parent?.lookupMaybe(PDFName.of('First'), PDFDict);
    while (item) {
      found.push(item);
      walk(item);
      item = item.lookupMaybe(PDFName.of('Next'), PDFDict);
    }
  };
  walk(file.catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict));
  return found;
}
