import { relative } from 'node:path';
import { styleText } from 'node:util';
import type { KeySettings } from '../../edge/entry/local-keys.node.ts';

/** Says once, when keys were made, what they are for. */
export function warnOfNewKeys({ from, path }: KeySettings): void {
  if (from !== 'created') return;
  const file = relative(process.cwd(), path);
  console.error(`${styleText('yellow', '!')} New keys were written to ${file}. They encrypt the registrations and open the gated files.
  Keep a copy in a safe place: without them nobody can read the pool. Never commit them.`);
}
