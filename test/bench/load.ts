import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/**
 * One burst of registrations, each of another person, in a process of its own so that the server's CPU is its own.
 * Every connection sends its next request when the last is answered. It speaks HTTP on plain sockets: the machine's
 * cores are shared with the server under test, and a general client takes more of them than some servers do.
 */
const [address = '', connections = '1', seconds = '5'] = process.argv.slice(2);
const { hostname, port, pathname, host, origin } = new URL(address);
const AGENT = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:146.0) Gecko/20100101 Firefox/146.0';
const HEAD = `POST ${pathname} HTTP/1.1\r\nhost: ${host}\r\norigin: ${origin}\r\ncontent-type: application/json\r\nuser-agent: ${AGENT}\r\n`;

const latenciesMs: number[] = [];
let sequence = 0;
let isOver = false;

const sockets = await Promise.all(Array.from({ length: Number(connections) }, open));
const { user, system } = process.cpuUsage();
const startedAt = performance.now();
setTimeout(() => (isOver = true), Number(seconds) * 1000);
await Promise.all(sockets.map(keepBusy));
const elapsedMs = performance.now() - startedAt;
const cpu = process.cpuUsage({ user, system });

latenciesMs.sort((a, b) => a - b);
const requests = latenciesMs.length;
process.stdout.write(
  JSON.stringify({
    requests,
    perSecond: (requests / elapsedMs) * 1000,
    meanMs: latenciesMs.reduce((sum, ms) => sum + ms, 0) / requests,
    p99Ms: latenciesMs[Math.floor(requests * 0.99)],
    loadCpuMsPerRequest: (cpu.user + cpu.system) / 1000 / requests,
  }),
);

async function open(): Promise<Socket> {
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  await once(socket, 'connect');
  return socket;
}

/** Resolves when the time is over and the last request is answered. */
function keepBusy(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    let received = '';
    let sentAt = 0;
    const send = (): void => {
      sentAt = performance.now();
      socket.write(request());
    };
    socket.on('data', (chunk: Buffer) => {
      received += chunk.toString('latin1');
      if (!isWhole(received)) return;
      if (!received.startsWith('HTTP/1.1 201 ')) reject(new Error(`no success: ${received}`));
      latenciesMs.push(performance.now() - sentAt);
      received = '';
      if (!isOver) return send();
      socket.destroy();
      resolve();
    });
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('the server closed a connection')));
    send();
  });
}

/** Both servers under test name the length of their answers. */
function isWhole(answer: string): boolean {
  const headEnd = answer.indexOf('\r\n\r\n');
  if (headEnd < 0) return false;
  const length = /\r\ncontent-length: (\d+)/i.exec(answer)?.[1];
  if (length === undefined) throw new Error(`an answer of unknown length: ${answer}`);
  return answer.length >= headEnd + 4 + Number(length);
}

function request(): string {
  sequence += 1;
  const body = JSON.stringify({
    form: 'whitepaper',
    entry: 'whitepapers/inline-gauging',
    locale: 'zh',
    key: randomUUID(),
    elapsedMs: 9000,
    landingUrl: `${origin}/zh/whitepapers/inline-gauging/?utm_source=baidu&utm_medium=cpc&utm_campaign=q4&bd_vid=${sequence}`,
    referrer: 'https://www.baidu.com/link?url=abc',
    answers: {
      name: '王小明',
      email: `person${sequence}.${process.pid}@factory.example`,
      company: '远东精密制造',
      role: 'quality',
    },
    consents: { privacy: true, marketing: false },
  });
  return `${HEAD}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}
