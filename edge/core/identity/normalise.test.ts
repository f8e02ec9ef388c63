import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emailIdentity, normaliseEmail } from './normalise-email.ts';
import { normaliseMobile } from './normalise-mobile.ts';

describe('e-mail', () => {
  test.each([
    ['lin.yue@northlake.example', 'lin.yue@northlake.example'],
    ['Lin.Yue+paper@NorthLake.Example', 'Lin.Yue+paper@northlake.example'],
    ['  lin@northlake.example\u200b', 'lin@northlake.example'],
    ['lin＠northlake。example', 'lin@northlake.example'],
    ['ｌｉｎ@northlake.example', 'lin@northlake.example'],
    ['info@bücher.example', 'info@xn--bcher-kva.example'],
    ['info@北湖.中国', 'info@xn--djry74d.xn--fiqs8s'],
    ["o'neil_1/a=b@sub.dept.example", "o'neil_1/a=b@sub.dept.example"],
    ['a@b.co', 'a@b.co'],
  ])('%j is %j', (text, email) => {
    expect(normaliseEmail(text)).toBe(email);
  });

  test.each([
    ['no at sign', 'lin.northlake.example'],
    ['no local part', '@northlake.example'],
    ['no domain', 'lin@'],
    ['one label only', 'lin@localhost'],
    ['an IP address', 'lin@192.168.0.1'],
    ['an address literal', 'lin@[192.168.0.1]'],
    ['two at signs', 'lin@x@northlake.example'],
    ['two dots', 'lin..yue@northlake.example'],
    ['a dot at the end', 'lin@northlake.example.'],
    ['a leading hyphen', 'lin@-northlake.example'],
    ['a space', 'lin yue@northlake.example'],
    ['a comma', 'a@x.example,b@y.example'],
    ['a semicolon', 'a@x.example;b@y.example'],
    ['angle brackets', 'Lin <lin@northlake.example>'],
    ['a quoted local part', '"lin yue"@northlake.example'],
    ['a line feed', 'lin@northlake.example\nBcc: x@y.example'],
    ['an encoded carriage return', 'lin\r\n@northlake.example'],
    ['a NUL', 'lin\0@northlake.example'],
    ['a local part over 64 characters', `${'a'.repeat(65)}@northlake.example`],
    [
      '254 characters and more',
      `a@${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(63)}.${'e'.repeat(63)}.example`,
    ],
  ])('refuses %s', (_, text) => {
    expect(normaliseEmail(text)).toBeNull();
  });

  test('counts upper and lower case as one person', () => {
    expect(emailIdentity('Lin.Yue@northlake.example')).toBe('lin.yue@northlake.example');
  });

  test('is total, idempotent and free of anything that could end a header', () => {
    const loose = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.emailAddress(),
      fc.tuple(fc.string({ maxLength: 9 }), fc.domain()).map(([local, domain]) => `${local}@${domain}`),
    );
    fc.assert(
      fc.property(loose, (text) => {
        const email = normaliseEmail(text);
        if (email === null) return;
        expect(email).toMatch(/^[\x21-\x7e]{3,254}$/);
        expect(email).not.toMatch(/[\s,;<>"\\]/);
        expect(normaliseEmail(email)).toBe(email);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('mobile', () => {
  test.each([
    ['13800138000', '+8613800138000'],
    ['138 0013 8000', '+8613800138000'],
    ['138-0013-8000', '+8613800138000'],
    ['+86 138 0013 8000', '+8613800138000'],
    ['0086-13800138000', '+8613800138000'],
    ['8613800138000', '+8613800138000'],
    ['１３８００１３８０００', '+8613800138000'],
    ['\u202d13800138000\u202c', '+8613800138000'],
    ['＋86（138）00138000', '+8613800138000'],
    ['+49 170 1234567', '+491701234567'],
    ['+49 (0)170 1234567', '+491701234567'],
    ['0049 170 123-45-67', '+491701234567'],
    ['+1 (415) 555-2671', '+14155552671'],
  ])('%j is %j', (text, mobile) => {
    expect(normaliseMobile(text)).toBe(mobile);
  });

  test.each([
    '',
    '1380013800',
    '138001380000',
    '12800138000',
    '+86 1380013800',
    '0170 1234567',
    '+0 170 1234567',
    '+1234567',
    '+1234567890123456',
    '13800138000 ext 5',
    '13800138000\nx',
    'call me',
    '++++++++',
  ])('refuses %j', (text) => {
    expect(normaliseMobile(text)).toBeNull();
  });

  test('refuses a long run of digits at once', () => {
    expect(normaliseMobile('1'.repeat(60_000))).toBeNull();
  });

  test('is total, idempotent and always E.164', () => {
    const digits = fc.string({ unit: fc.constantFrom(...Array.from('0123456789+-() .８')), maxLength: 24 });
    fc.assert(
      fc.property(fc.oneof(digits, fc.string({ unit: 'binary' })), (text) => {
        const mobile = normaliseMobile(text);
        if (mobile === null) return;
        expect(mobile).toMatch(/^\+[1-9]\d{7,14}$/);
        expect(normaliseMobile(mobile)).toBe(mobile);
      }),
      { numRuns: 2000 },
    );
  });
});
