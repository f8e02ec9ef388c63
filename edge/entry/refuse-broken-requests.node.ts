import { STATUS_CODES, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { problemDetails, PROBLEMS, type ProblemCode } from '../contract/problem.ts';
import type { Log } from '../core/ports/app.ts';

/**
 * Answers what never became a request: one that came too slowly, with headers too large, or broken. No handler
 * sees these; the connection is closed after the answer, the others go on.
 */
export function refuseBrokenRequests(server: Server, { log }: { readonly log: Log }): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    const code = problemOf(error.code);
    log('info', 'request_refused', { code });
    // A response that has begun can't be taken back; it is cut off instead.
    if (!socket.writable || responseUnderWay(socket)?.headersSent) socket.destroy();
    else socket.end(rawProblem(code));
  });
}

function problemOf(errorCode: string | undefined): ProblemCode {
  if (errorCode === 'ERR_HTTP_REQUEST_TIMEOUT') return 'timeout';
  return errorCode === 'HPE_HEADER_OVERFLOW' ? 'headers_too_large' : 'invalid_request';
}

/** Node keeps the response that a socket is answering on the socket itself. */
function responseUnderWay(socket: Socket): ServerResponse | null | undefined {
  return (socket as Socket & { _httpMessage?: ServerResponse | null })._httpMessage;
}

function rawProblem(code: ProblemCode): string {
  const { status } = PROBLEMS[code];
  const body = JSON.stringify(problemDetails(code, { locale: 'en', requestId: crypto.randomUUID() }));
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'Connection: close',
    '',
    body,
  ].join('\r\n');
}
