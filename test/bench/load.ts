import { randomUUID } from 'node:crypto';
import autocannon from 'autocannon';

// One burst of registrations, each of another person, in a process of its own so that the server's CPU is its own.
const [url = '', connections = '1', seconds = '5'] = process.argv.slice(2);
let sequence = 0;

const result = await autocannon({
  url,
  connections: Number(connections),
  duration: Number(seconds),
  requests: [
    {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: new URL(url).origin },
      setupRequest: (request) => ({ ...request, body: registration() }),
    },
  ],
});
if (result.non2xx > 0 || result.errors > 0) {
  throw new Error(`${result.non2xx} answers were no success, ${result.errors} requests failed`);
}
process.stdout.write(
  JSON.stringify({
    requests: result.requests.total,
    perSecond: result.requests.average,
    meanMs: result.latency.average,
    p99Ms: result.latency.p99,
  }),
);

function registration(): string {
  sequence += 1;
  return JSON.stringify({
    form: 'whitepaper',
    entry: 'whitepapers/inline-gauging',
    locale: 'zh',
    key: randomUUID(),
    elapsedMs: 9000,
    landingUrl: `${new URL(url).origin}/zh/whitepapers/inline-gauging/?utm_source=baidu&utm_medium=cpc&utm_campaign=q4&bd_vid=${sequence}`,
    referrer: 'https://www.baidu.com/link?url=abc',
    answers: {
      name: '王小明',
      email: `person${sequence}.${process.pid}@factory.example`,
      company: '远东精密制造',
      role: 'quality',
    },
    consents: { privacy: true, marketing: false },
  });
}
