import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConfigError } from './config-error.ts';

/**
 * Starts to listen and resolves to the port it got.
 * @throws {ConfigError} when the port or the address can't be had.
 */
export async function listen(
  server: Server,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<number> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, () => {
        server.off('error', reject);
        resolve();
      });
    });
  } catch (error) {
    throw new ConfigError([explain((error as NodeJS.ErrnoException).code, { host, port }) ?? String(error)]);
  }
  return (server.address() as AddressInfo).port;
}

function explain(
  code: string | undefined,
  { host, port }: { readonly host: string; readonly port: number },
): string | null {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken, perhaps by a Gatehouse that still runs. Stop it, or take another: PORT=${port + 1} npm start`;
    case 'EACCES':
      return `Port ${port} is reserved by the system. Take one above 1023, e.g. PORT=4321.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST is "${host}", which is no address of this machine. Take 127.0.0.1, or 0.0.0.0 for all.`;
    default:
      return null;
  }
}
