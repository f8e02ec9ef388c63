import { trackSource } from './source.ts';

export const now = (): number => Date.now();
/** Where the visit to this page came from. */
export const source = trackSource({ now });
