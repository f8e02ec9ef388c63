/** `target` as seen from `directory`, both in the content folder; null when it leads out of the folder. */
export function resolvePath(directory: string, target: string): string | null {
  const parts = target.startsWith('/') || directory === '' ? [] : directory.split('/');
  for (const part of target.normalize('NFC').split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}
