import { userInfo } from 'node:os';
import type { TokenRole } from '../../answers/index.ts';
import type { MarkingLevel } from '../../facts/index.ts';

/** Who asks. */
export interface Caller {
  /** Name of the token, or `local` for whoever is at this machine. */
  readonly name: string;
  readonly role: TokenRole;
  /** How far answers may go. */
  readonly clearance: MarkingLevel;
  /** What lets them in: that they are at this machine, a token, or a session that was opened with one. */
  readonly by: 'local' | 'token' | 'session';
}

/** Who that is in the journal: the user of this machine by their name, others by that of their token. */
export function whoIs({ name, by }: Caller): string {
  if (by !== 'local') return name;
  try {
    return userInfo().username;
  } catch {
    return name;
  }
}

/** Who may use a route: `open` is for everybody, else callers of this role or of one that may more. */
export type RouteAccess = 'open' | TokenRole;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Default `reader`. */
    readonly access?: RouteAccess;
  }
  interface FastifyRequest {
    /** Who asks; on routes that are open, whoever that is. */
    caller: Caller;
  }
}
