import { classifyVisitor } from './classify-visitor.ts';

/** True of a browser that says itself that it is none of a person. One that says nothing may be anybody's. */
export function saysRobot(headers: Headers): boolean {
  const userAgent = headers.get('user-agent')?.trim() ?? '';
  return userAgent !== '' && classifyVisitor({ userAgent, method: 'POST', headers: NONE }) !== 'person';
}

const NONE: Pick<Headers, 'get'> = { get: () => null };
