/**
 * A deliverable address with its domain in lower-case ASCII (IDN as punycode), or null. Deliberately narrower than
 * RFC 5321: unquoted ASCII local parts and real domain names, which is what mail services accept, and nothing that
 * could start another header or recipient. Full-width signs of a Chinese keyboard are understood.
 */
export function normaliseEmail(text: string): string | null {
  const typed = unfold(text);
  const at = typed.lastIndexOf('@');
  const local = typed.slice(0, Math.max(at, 0));
  const domain = asciiDomain(typed.slice(at + 1));
  if (!domain || local.length > 64 || !LOCAL.test(local)) return null;
  return local.length + 1 + domain.length <= 254 ? `${local}@${domain}` : null;
}

/** The same address for the same person: the local part counts as case-insensitive, as it does in practice. */
export function emailIdentity(email: string): string {
  return email.toLowerCase();
}

const PLAIN = /^[\x21-\x7e]*$/;
const LOCAL = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;
const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const DOMAIN = new RegExp(`^(?:${LABEL}\\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{0,58}[a-z0-9])$`);
/** Marks that a copy from a chat or an address book leaves around a value. */
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

function unfold(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(INVISIBLE, '').normalize('NFKC').replace(/[。｡]/g, '.').trim();
}

function asciiDomain(domain: string): string | null {
  const name = PLAIN.test(domain) ? domain.toLowerCase() : punycode(domain);
  return name !== null && name.length <= 253 && DOMAIN.test(name) ? name : null;
}

function punycode(domain: string): string | null {
  if (domain.length > 253 || !/^[\p{L}\p{M}\p{N}.-]+$/u.test(domain)) return null;
  return URL.canParse(`http://${domain}`) ? new URL(`http://${domain}`).hostname : null;
}
