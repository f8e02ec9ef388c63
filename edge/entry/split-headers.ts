/** Of pages shown in several versions: no cache between server and browser hands one visitor's to another. */
export const SPLIT_CACHE = 'private, no-cache';
export const SPLIT_VARY = 'Accept-Encoding, User-Agent';
