import { randomBytes } from 'node:crypto';
import { driveLoad } from './lib/drive-load.ts';

/** Registrations, each of another person. */
const [address = '', connections = '1', seconds = '5'] = process.argv.slice(2);
const url = new URL(address);

await driveLoad({
  url,
  connections: Number(connections),
  seconds: Number(seconds),
  contentType: 'application/json',
  compose: (n) =>
    JSON.stringify({
      form: 'whitepaper',
      entry: 'whitepapers/inline-gauging',
      locale: 'zh',
      key: newKey(),
      elapsedMs: 9000,
      landingUrl: `${url.origin}/zh/whitepapers/inline-gauging/?utm_source=baidu&utm_medium=cpc&utm_campaign=q4&bd_vid=${n}`,
      referrer: 'https://www.baidu.com/link?url=abc',
      answers: {
        name: '王小明',
        email: `person${n}.${process.pid}@factory.example`,
        company: '远东精密制造',
        role: 'quality',
      },
      consents: { privacy: true, marketing: false },
    }),
});

/** A UUID of version 7, as our pages make them. */
function newKey(): string {
  const chance = randomBytes(10).toString('hex');
  return `${Date.now().toString(16).padStart(12, '0')}7${chance.slice(1, 4)}8${chance.slice(5)}`;
}
