import { expect, test } from 'vitest';
import { jsonLd } from './json-ld.ts';

test('no text can end the script it stands in, and each comes back as it was', () => {
  const name = '</script><!-- & \u2028 “引号” {{title}}';
  const text = jsonLd([{ '@type': 'Organization', name }]);
  expect(text).not.toMatch(/[<>&\u2028\u2029]/);
  expect(JSON.parse(text)).toEqual({
    '@context': 'https://schema.org',
    '@graph': [{ '@type': 'Organization', name }],
  });
});
