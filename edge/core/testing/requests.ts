import type { RegisterAnswer, RegisterBody } from '../../contract/registration.ts';

export const TEST_ORIGIN = 'https://www.northlake.example';

/** Test support: the answer of a registration with a file behind it. */
export interface FileAnswer extends RegisterAnswer {
  readonly downloadUrl: string;
  readonly expiresAt: string;
}

/** Test support: what the script of a page posts for a visitor who fills in what is needed. */
export function registerBody(changes: Partial<RegisterBody> = {}): RegisterBody {
  return {
    form: 'whitepaper',
    entry: 'whitepapers/inline-gauging',
    locale: 'en',
    key: 'key-0123456789abcdef',
    answers: { name: 'Ada Wong', email: 'ada.wong@Plant.example', company: 'Plant 7' },
    consents: { privacy: true, marketing: false },
    elapsedMs: 30_000,
    landedMsAgo: 60_000,
    landingUrl: `${TEST_ORIGIN}/en/whitepapers/inline-gauging/?utm_source=baidu&utm_medium=cpc&bd_vid=Abc-1`,
    page: '/en/whitepapers/inline-gauging/',
    ...changes,
  };
}

/** Test support: a JSON post from one of the site's own pages. */
export function postJson(path: string, body: unknown, headers: Record<string, string> = {}): Request {
  return new Request(TEST_ORIGIN + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: TEST_ORIGIN, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

/** Test support: the post of a plain form, as a browser without JavaScript sends it. */
export function postForm(
  path: string,
  fields: Readonly<Record<string, string | readonly string[]>>,
  headers: Record<string, string> = {},
): Request {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of typeof value === 'string' ? [value] : value) body.append(name, one);
  }
  return new Request(TEST_ORIGIN + path, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
      origin: TEST_ORIGIN,
      referer: `${TEST_ORIGIN}/en/whitepapers/inline-gauging/?utm_source=baidu&bd_vid=Abc-1`,
      ...headers,
    },
    body,
  });
}

/** Test support: the fields of the plain form, filled in. */
export function formFields(
  changes: Readonly<Record<string, string | readonly string[]>> = {},
): Record<string, string | readonly string[]> {
  return {
    form: 'whitepaper',
    entry: 'whitepapers/inline-gauging',
    locale: 'en',
    page: '/en/whitepapers/inline-gauging/',
    website: '',
    'answers.name': 'Ada Wong',
    'answers.email': 'ada.wong@plant.example',
    'answers.company': 'Plant 7',
    'consents.privacy': 'yes',
    ...changes,
  };
}

/** Test support: what the script of a page posts by itself, from a person's browser. */
export function postText(path: string, body: unknown, headers: Record<string, string> = {}): Request {
  return new Request(TEST_ORIGIN + path, {
    method: 'POST',
    headers: {
      'content-type': 'text/plain;charset=utf-8',
      origin: TEST_ORIGIN,
      'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:146.0) Gecko/20100101 Firefox/146.0',
      ...headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}
