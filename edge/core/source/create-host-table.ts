/**
 * Finds what belongs to a host or to the nearest domain above it. `google.*` stands for Google under every top-level
 * domain (`google.de`, `google.com.hk`), not for somebody's `google.shop.example`.
 */
export function createHostTable<T>(
  entries: Iterable<readonly [host: string, value: T]>,
): (host: string) => T | undefined {
  const exact = new Map<string, T>();
  const anyTop = new Map<string, T>();
  for (const [host, value] of entries) {
    const table = host.endsWith('.*') ? anyTop : exact;
    const key = (host.endsWith('.*') ? host.slice(0, -2) : host).toLowerCase();
    if (!table.has(key)) table.set(key, value);
  }

  return (host) => {
    for (let start = 0, dots = 0; dots < MAX_LABELS; dots += 1) {
      const domain = start === 0 ? host : host.slice(start);
      const value = exact.get(domain) ?? underAnyTop(domain);
      if (value !== undefined) return value;
      const dot = host.indexOf('.', start);
      if (dot < 0) return undefined;
      start = dot + 1;
    }
    return undefined;
  };

  function underAnyTop(domain: string): T | undefined {
    const dot = domain.indexOf('.');
    const value = dot < 0 ? undefined : anyTop.get(domain.slice(0, dot));
    return value !== undefined && TOP.test(domain.slice(dot + 1)) ? value : undefined;
  }
}

/** No host that people visit has more. */
const MAX_LABELS = 10;

/** `com`, `de`, `co.uk`, `com.hk`. */
const TOP = /^(?:com|net|org|(?:com?\.)?[a-z]{2})$/;
