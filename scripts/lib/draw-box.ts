/** East Asian wide characters take two columns of a terminal. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/g;
const STYLING = /\u001B\[\d+m/g;

/** Frames lines of text for a terminal. */
export function drawBox(lines: readonly string[]): string {
  const width = Math.max(...lines.map(columnsOf));
  const body = lines.map((line) => `│  ${line}${' '.repeat(width - columnsOf(line))}  │`);
  const edge = '─'.repeat(width + 4);
  return [`╭${edge}╮`, ...body, `╰${edge}╯`].join('\n');
}

function columnsOf(line: string): number {
  const text = line.replace(STYLING, '');
  return text.length + (text.match(WIDE)?.length ?? 0);
}
