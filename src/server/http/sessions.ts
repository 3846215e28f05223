import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A session of a browser, which a token opened. */
export interface Session {
  /** Id of the token: the session ends with it. */
  readonly token: string;
  /** What the browser sends beside its cookie with everything that is no mere reading, as no other site can. */
  readonly csrf: string;
  /** In milliseconds since 1970. */
  readonly openedAt: number;
  readonly usedAt: number;
}

/** After so long without a request a session ends. */
const LONGEST_REST = 12 * 3600_000;
/** So long a session lasts at most. */
const LONGEST = 7 * 24 * 3600_000;
/** More than that end the oldest. */
const MOST = 1000;

/** Sessions of browsers, in memory: they end with the server. */
export class Sessions {
  /** By the digest of what the cookie holds, so that memory shown by mistake lets nobody in. */
  readonly #sessions = new Map<string, Session>();

  /** @returns what the cookie is to hold, and the session */
  open(token: string, now: number): { readonly secret: string; readonly session: Session } {
    const secret = randomBytes(32).toString('base64url');
    const session = { token, csrf: randomBytes(32).toString('base64url'), openedAt: now, usedAt: now };
    this.#sessions.set(digestOf(secret), session);
    const [oldest] = this.#sessions.keys();
    if (this.#sessions.size > MOST && oldest !== undefined) this.#sessions.delete(oldest);
    return { secret, session };
  }

  /** The session of a cookie, which lasts longer by being used; undefined where it has ended. */
  of(secret: string, now: number): Session | undefined {
    const key = digestOf(secret);
    const session = this.#sessions.get(key);
    if (session === undefined) return undefined;
    this.#sessions.delete(key);
    if (now - session.usedAt > LONGEST_REST || now - session.openedAt > LONGEST) return undefined;
    const used = { ...session, usedAt: now };
    this.#sessions.set(key, used);
    return used;
  }

  end(secret: string): void {
    this.#sessions.delete(digestOf(secret));
  }
}

/** Whether two secrets are the same, in time that does not depend on where they differ. */
export function isSameSecret(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(digestOf(one)), Buffer.from(digestOf(other)));
}

function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
