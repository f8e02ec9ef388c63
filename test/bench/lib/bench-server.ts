import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a server under load tells the bench over IPC. */
export type BenchReport = { ready: number } | { cpuMicros: number; peakRssKib: number };

/** Listens on a free loopback port, tells the parent, and answers each `usage` message with CPU and memory. */
export function serveBench(server: Server): void {
  server.listen(0, '127.0.0.1', () => {
    reportReady((server.address() as AddressInfo).port);
  });
}

/** The same for a server that listens already. */
export function reportReady(port: number): void {
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send?.({
      cpuMicros: user + system,
      peakRssKib: process.resourceUsage().maxRSS,
    } satisfies BenchReport);
  });
  process.on('disconnect', () => process.exit(0));
  process.send?.({ ready: port } satisfies BenchReport);
}
