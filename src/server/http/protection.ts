import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import { errorOf } from '../../facts/index.ts';
import { SERVER_ISSUES } from '../issues.ts';

/** What a server guards against. */
export interface Protection {
  /** Requests of one address within a minute; undefined: as many as come. */
  readonly perMinute: number | undefined;
  /** Whether browsers reach it over TLS alone. */
  readonly isSecure: boolean;
}

/** Headers by which browsers keep pages of this server apart from all others, and a limit of requests where others may reach it. */
export async function protect(app: FastifyInstance, { perMinute, isSecure }: Protection): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: PAGES },
    strictTransportSecurity: isSecure ? { maxAge: 31_536_000 } : false,
    // Pages load nothing of others, and nothing of these pages is for others.
    crossOriginResourcePolicy: { policy: 'same-origin' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    frameguard: { action: 'deny' },
  });
  if (perMinute === undefined) return;
  await app.register(rateLimit, {
    max: perMinute,
    timeWindow: 60_000,
    errorResponseBuilder: () =>
      errorOf(SERVER_ISSUES.tooMany, `More than ${String(perMinute)} requests came within a minute.`),
  });
}

/** What pages of the application may load and run: what this server gives them. */
const PAGES = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  // Of single elements, such as the length of a bar.
  'style-src-attr': ["'unsafe-inline'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'manifest-src': ["'self'"],
  'worker-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
};
