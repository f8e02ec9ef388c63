import type { Explanation } from '../issues/issue.ts';

/** Says what is wrong with a file whose bytes are not what its ending promises; undefined when all is well. */
export function explainBytes(name: string, head: Uint8Array): Explanation | undefined {
  if (head.length === 0) {
    return {
      code: 'EmptyFile',
      message: `"${name}" is empty: it has 0 bytes.`,
      hint: 'Export or copy the file again.',
    };
  }
  const latin = String.fromCharCode(...head.subarray(0, 64));
  const ending = name.split('.').at(-1)?.toLowerCase() ?? '';
  if (latin.startsWith('version https://git-lfs')) {
    const message = `"${name}" is only a Git LFS pointer, not the file itself.`;
    return { code: 'WrongFileType', message, hint: 'Fetch the files with "git lfs pull".' };
  }
  const isRight = ending === 'svg' ? isSvg(head) : SIGNATURES.get(ending)?.(latin);
  if (isRight !== false) return undefined;
  const message = `"${name}" is no ${ending.toUpperCase()} file: its bytes begin with ${shown(latin)}.`;
  return {
    code: 'WrongFileType',
    message,
    hint: 'Renaming does not convert a file; export it again in the right format.',
  };
}

const isZip = (head: string): boolean => head.startsWith('PK\x03\x04');
const isJpeg = (head: string): boolean => head.startsWith('\xff\xd8\xff');

/** An SVG may begin with a declaration and comments. */
function isSvg(head: Uint8Array): boolean {
  return /<svg[\s>]/i.test(new TextDecoder().decode(head));
}

const SIGNATURES: ReadonlyMap<string, (head: string) => boolean> = new Map(
  Object.entries({
    pdf: (head) => head.startsWith('%PDF'),
    zip: isZip,
    docx: isZip,
    xlsx: isZip,
    pptx: isZip,
    png: (head) => head.startsWith('\x89PNG\r\n\x1a\n'),
    jpg: isJpeg,
    jpeg: isJpeg,
    gif: (head) => head.startsWith('GIF8'),
    webp: (head) => head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP',
    avif: (head) => head.slice(4, 8) === 'ftyp',
    mp4: (head) => head.slice(4, 8) === 'ftyp',
    webm: (head) => head.startsWith('\x1a\x45\xdf\xa3'),
  }),
);

function shown(head: string): string {
  return JSON.stringify(head.slice(0, 8).replaceAll(/[^ -~]/g, '·'));
}
