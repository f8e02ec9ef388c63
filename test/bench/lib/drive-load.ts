import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/**
 * One burst of posts, in a process of its own so that the server's CPU is its own. Every connection sends its next
 * request when the last is answered. It speaks HTTP on plain sockets: the machine's cores are shared with the server
 * under test, and a general client takes more of them than some servers do.
 */
export async function driveLoad({
  url: { hostname, port, pathname, host, origin },
  connections,
  seconds,
  contentType,
  compose,
}: {
  readonly url: URL;
  readonly connections: number;
  readonly seconds: number;
  readonly contentType: string;
  /** The body of the nth request. */
  readonly compose: (n: number) => string;
}): Promise<void> {
  const head =
    `POST ${pathname} HTTP/1.1\r\nhost: ${host}\r\norigin: ${origin}\r\ncontent-type: ${contentType}\r\n` +
    `user-agent: ${AGENT}\r\n`;
  const latenciesMs: number[] = [];
  let sequence = 0;
  let isOver = false;

  const sockets = await Promise.all(Array.from({ length: connections }, open));
  const { user, system } = process.cpuUsage();
  const startedAt = performance.now();
  setTimeout(() => (isOver = true), seconds * 1000);
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
        sequence += 1;
        const body = compose(sequence);
        socket.write(`${head}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
      };
      socket.on('data', (chunk: Buffer) => {
        received += chunk.toString('latin1');
        if (!isWhole(received)) return;
        if (!/^HTTP\/1\.1 20[14] /.test(received)) reject(new Error(`no success: ${received}`));
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
}

const AGENT = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:146.0) Gecko/20100101 Firefox/146.0';

/** The servers under test name the length of their answers, if there is anything in them. */
function isWhole(answer: string): boolean {
  const headEnd = answer.indexOf('\r\n\r\n');
  if (headEnd < 0) return false;
  if (answer.startsWith('HTTP/1.1 204')) return true;
  const length = /\r\ncontent-length: (\d+)/i.exec(answer)?.[1];
  if (length === undefined) throw new Error(`an answer of unknown length: ${answer}`);
  return answer.length >= headEnd + 4 + Number(length);
}
