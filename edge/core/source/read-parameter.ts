import { formValue } from './form-value.ts';

/** The first value that a parameter has in a URL's query; undefined where it has none. */
export function readParameter(url: string, name: string): string | undefined {
  const query = queryOf(url);
  const sought = `${name}=`;
  let start = query.indexOf(sought);
  while (start >= 0) {
    const next = query.indexOf('&', start);
    const end = next < 0 ? query.length : next;
    if (start === 0 || query[start - 1] === '&') {
      const value = formValue(query.slice(start + sought.length, end));
      if (value !== '') return value;
    }
    start = query.indexOf(sought, start + 1);
  }
  return undefined;
}

/** The query as it stands in the URL, without the question mark. */
export function queryOf(url: string): string {
  const hash = url.indexOf('#');
  const end = hash < 0 ? url.length : hash;
  const start = url.indexOf('?');
  return start < 0 || start > end ? '' : url.slice(start + 1, end);
}
