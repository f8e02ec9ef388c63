import { once } from 'node:events';
import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** Takes no new connections, waits for the answers that are under way, and cuts what is left after the time-out. */
export type StopServer = (options: { readonly timeoutMs: number }) => Promise<void>;

/**
 * Makes the way to stop a server; call it before the server listens. Browsers open connections in advance, and
 * Node counts those that never asked anything as busy: so we keep count ourselves.
 */
export function createStop(server: Server): StopServer {
  const answersUnderWay = new Map<Socket, number>();
  let isStopping = false;

  function count(socket: Socket, change: 1 | -1): void {
    const before = answersUnderWay.get(socket);
    if (before === undefined) return;
    answersUnderWay.set(socket, before + change);
    if (isStopping && before + change === 0) socket.destroySoon();
  }

  server.on('connection', (socket) => {
    answersUnderWay.set(socket, 0);
    socket.once('close', () => answersUnderWay.delete(socket));
  });
  server.on('request', ({ socket }, response) => {
    count(socket, 1);
    response.once('close', () => count(socket, -1));
  });

  return async ({ timeoutMs }) => {
    isStopping = true;
    if (!server.listening) return;
    const closed = once(server, 'close');
    server.close();
    for (const [socket, answers] of answersUnderWay) if (answers === 0) socket.destroySoon();
    const deadline = setTimeout(() => server.closeAllConnections(), timeoutMs);
    await closed;
    clearTimeout(deadline);
  };
}
