import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { SAMPLE_MAIL } from './mail-forwarder.suite.ts';
import { mimeMessage } from './mime-message.ts';

const options = { date: new Date(Date.UTC(2026, 10, 24, 6)), messageId: '1@gatehouse.invalid' };

describe('a MIME message', () => {
  test('has headers and lines that every mail client reads', () => {
    const message = mimeMessage(
      { ...SAMPLE_MAIL, subject: '短主题', html: '<p>a</p>', text: 'a\nb' },
      options,
    );
    expect(message.split('\r\n')).toMatchInlineSnapshot(`
      [
        "Date: Tue, 24 Nov 2026 06:00:00 +0000",
        "From: =?utf-8?B?5YyX5rmW5Luq5Zmo?=",
        " <hello@northlake.example>",
        "To: wang.fang@example.com",
        "Reply-To: hello@northlake.example",
        "Subject: =?utf-8?B?55+t5Li76aKY?=",
        "Message-ID: <1@gatehouse.invalid>",
        "MIME-Version: 1.0",
        "Content-Type: multipart/alternative; boundary="_alternative_"",
        "",
        "--_alternative_",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: base64",
        "",
        "YQ0KYg==",
        "--_alternative_",
        "Content-Type: text/html; charset=utf-8",
        "Content-Transfer-Encoding: base64",
        "",
        "PHA+YTwvcD4=",
        "--_alternative_--",
        "",
      ]
    `);
  });

  test('has no line over 76 characters, whatever the subject', () => {
    const subject = fc.string({ unit: 'grapheme', maxLength: 200 }).filter((text) => !/[\r\n\0]/.test(text));
    fc.assert(
      fc.property(subject, (text) => {
        const message = mimeMessage({ ...SAMPLE_MAIL, subject: text }, options);
        for (const line of message.split('\r\n')) expect(line.length).toBeLessThanOrEqual(76);
      }),
    );
  });

  test('gives subject and name back to an independent parser, whatever they hold', async () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 120 })
      .map((value) => value.replace(/[\p{Cc}\p{Zs}]/gu, '.'));
    await fc.assert(
      fc.asyncProperty(text, text, async (subject, name) => {
        const from = `"${name.replace(/["\\]/g, '\\$&')}" <hello@northlake.example>`;
        const parsed = await PostalMime.parse(mimeMessage({ ...SAMPLE_MAIL, from, subject }, options));
        expect(parsed.subject).toBe(subject);
        expect(parsed.from).toMatchObject({ name, address: 'hello@northlake.example' });
      }),
      { numRuns: 50 },
    );
  });

  test.each(['subject', 'to', 'from', 'replyTo'] as const)('refuses a line break in %s', (header) => {
    const mail = { ...SAMPLE_MAIL, [header]: 'a@example.com\r\nBcc: everybody@example.com' };
    expect(() => mimeMessage(mail, options)).toThrow('header holds a line break');
  });
});
