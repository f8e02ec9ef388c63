import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Mail, MailForwarder } from '../core/ports/mail.ts';

/** A forwarder, and what its destination made of the mails. */
export interface ForwarderUnderTest {
  readonly forwarder: MailForwarder;
  /** Everything that has arrived. A key that came twice arrived once. */
  arrived(): Promise<readonly ArrivedMail[]>;
  /** From now on the destination can't be reached. */
  breakDestination(): Promise<void>;
  dispose(): Promise<void>;
}

export interface ArrivedMail {
  readonly from: string;
  readonly to: string;
  readonly replyTo?: string | undefined;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

export const SAMPLE_MAIL: Mail = {
  from: '"北湖仪器" <hello@northlake.example>',
  to: 'wang.fang@example.com',
  replyTo: 'hello@northlake.example',
  subject: '《在线测厚：不停机也能看见每一微米》下载链接，以及一个长到必须折行的主题',
  html: '<p>您好，<b>王芳</b>：&amp; 📄</p>',
  text: '您好，王芳：\n\n点击下载 📄\n',
};

/** What every mail forwarder does. */
export function testMailForwarder({
  createForwarder,
}: {
  createForwarder: () => Promise<ForwarderUnderTest>;
}): void {
  let it: ForwarderUnderTest;
  beforeEach(async () => {
    it = await createForwarder();
  });
  afterEach(async () => {
    await it.dispose();
  });

  test('delivers a mail as it is, in any script, with a receipt', async () => {
    const result = await it.forwarder.send(SAMPLE_MAIL, { idempotencyKey: 'key-1' });
    expect(result).toEqual({ result: 'ok', receipt: expect.any(String) as string });
    expect(await it.arrived()).toEqual([SAMPLE_MAIL]);
  });

  test('delivers a mail without a reply address', async () => {
    const { replyTo: _, ...mail } = SAMPLE_MAIL;
    await it.forwarder.send(mail, { idempotencyKey: 'key-1' });
    expect(await it.arrived()).toEqual([mail]);
  });

  test('delivers once under one idempotency key', async () => {
    await it.forwarder.send(SAMPLE_MAIL, { idempotencyKey: 'key-1' });
    await it.forwarder.send(SAMPLE_MAIL, { idempotencyKey: 'key-1' });
    await it.forwarder.send(SAMPLE_MAIL, { idempotencyKey: 'key-2' });
    expect(await it.arrived()).toHaveLength(2);
  });

  test('asks for a retry when the destination is out of reach, and throws nothing', async () => {
    await it.breakDestination();
    const result = await it.forwarder.send(SAMPLE_MAIL, { idempotencyKey: 'key-1' });
    expect(result).toMatchObject({ result: 'retry', reason: expect.any(String) as string });
  });
}
