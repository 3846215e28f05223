import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { errorOf, type FoeprintError } from '../../facts/index.ts';
import { SERVER_ISSUES } from '../issues.ts';
import { refusedAs } from './refusal.ts';

/** What Node calls a request whose address and headers it reads no further. */
const TOO_LONG = 'HPE_HEADER_OVERFLOW';

/** Answers what is no request of HTTP, or has too long an address, as everything else is refused, and ends the connection. */
export function refuseBroken({ code }: Error & { readonly code?: string }, socket: Socket): void {
  if (code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const { status, refusal } = refusedAs(faultOf(code), []);
  const body = JSON.stringify(refusal);
  const head = [
    `HTTP/1.1 ${String(status)} ${STATUS_CODES[status] ?? ''}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${String(Buffer.byteLength(body))}`,
    'Cache-Control: no-store',
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

function faultOf(code: string | undefined): FoeprintError {
  return code === TOO_LONG
    ? errorOf(SERVER_ISSUES.tooLongAddress, 'The address of the request is too long, or its headers are.')
    : errorOf(SERVER_ISSUES.badRequest, 'This is no whole request of HTTP.');
}
