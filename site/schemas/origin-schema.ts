import { formattedText } from './formatted-text.ts';

/** Scheme and host of a site, nothing behind it. */
export const OriginSchema = formattedText({
  test: isOrigin,
  expects: 'Use scheme and host only, without a path or a slash at the end.',
  example: 'https://www.company.com',
  repair: (value) => originOf(value) ?? originOf(`https://${value}`),
});

function isOrigin(value: string): boolean {
  return originOf(value) === value;
}

function originOf(value: string): string | undefined {
  if (!/^https?:\/\/[^\s@]+$/i.test(value)) return undefined;
  return URL.canParse(value) ? new URL(value).origin : undefined;
}
