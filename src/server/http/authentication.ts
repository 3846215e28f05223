import type { FastifyRequest } from 'fastify';
import { TOKEN_ROLES, type TokenRole } from '../../answers/index.ts';
import { errorOf, isCleared, type MarkingLevel } from '../../facts/index.ts';
import { isValid, noteUse, tokenOf, type KeptToken } from '../../home/index.ts';
import { SERVER_ISSUES } from '../issues.ts';
import type { Caller } from './caller.ts';
import { sessionSecretIn } from './session-cookie.ts';
import { isSameSecret, Sessions, type Session } from './sessions.ts';
import { TokensInForce } from './tokens-in-force.ts';

/** Whom a server lets in. */
export interface AuthenticationOptions {
  /** File of the tokens; it need not be there. */
  readonly tokens: string;
  /** Whether everybody needs a token, also at this machine. */
  readonly isDemanded: boolean;
  /** How far answers may go at most. */
  readonly clearance: MarkingLevel;
  /** Whether cookies are only sent over TLS. */
  readonly isSecure: boolean;
}

/** Methods that only read. */
const SAFE: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The header in which a browser sends what it was given for its session. */
export const CSRF_HEADER = 'x-csrf-token';

/** Finds out who asks: by a token in the header `Authorization`, by the cookie of a session, or as whoever is at this machine. */
export class Authentication {
  readonly sessions = new Sessions();
  readonly options: AuthenticationOptions;
  readonly #tokens: TokensInForce;
  #noted: Promise<unknown> = Promise.resolve();

  constructor(options: AuthenticationOptions) {
    this.options = options;
    this.#tokens = new TokensInForce(options.tokens);
  }

  /**
   * Who asks, if they may use the route.
   *
   * @throws FoeprintError N820 where nobody is known who asks, N821 where they may not, N822 where a browser does not send what it was given
   */
  async callerFor(request: FastifyRequest): Promise<Caller> {
    const access = request.routeOptions.config.access ?? 'reader';
    if (access === 'open') return ANYBODY;
    const caller = await this.#callerOf(request);
    if (caller !== undefined) return allowed(caller, access);
    throw errorOf(SERVER_ISSUES.notLetIn, 'Nobody is let in without a token.');
  }

  /** The token that a secret is; undefined where it is none. Its use is noted. */
  async tokenBy(secret: string): Promise<KeptToken | undefined> {
    const now = new Date().toISOString();
    const token = tokenOf(await this.#tokens.all(), secret, now);
    // What is only a note keeps nobody waiting, and fails no request.
    if (token !== undefined)
      this.#noted = Promise.all([
        this.#noted,
        noteUse(this.options.tokens, token, now).catch(() => undefined),
      ]);
    return token;
  }

  /** When all uses of tokens are noted. */
  async settled(): Promise<void> {
    await this.#noted;
  }

  /** The caller that a token stands for. */
  callerWith({ name, role, clearance }: KeptToken, by: Caller['by']): Caller {
    const most = this.options.clearance;
    return { name, role, clearance: isCleared(clearance, most) ? clearance : most, by };
  }

  async #callerOf(request: FastifyRequest): Promise<Caller | undefined> {
    const { authorization } = request.headers;
    if (authorization !== undefined) return await this.#byToken(authorization);
    const session = this.#sessionOf(request);
    if (session !== undefined) return await this.#bySession(session, request);
    return this.options.isDemanded ? undefined : this.#local();
  }

  async #byToken(authorization: string): Promise<Caller> {
    const [, secret = ''] = /^Bearer +(\S+)$/iu.exec(authorization) ?? [];
    const token = await this.tokenBy(secret);
    if (token !== undefined) return this.callerWith(token, 'token');
    throw errorOf(SERVER_ISSUES.notLetIn, 'The token is none, or lets nobody in any more.');
  }

  #sessionOf({ headers: { cookie } }: FastifyRequest): Session | undefined {
    const secret = sessionSecretIn(cookie);
    return secret === undefined ? undefined : this.sessions.of(secret, Date.now());
  }

  async #bySession({ token: id, csrf }: Session, request: FastifyRequest): Promise<Caller | undefined> {
    const token = (await this.#tokens.all()).find((each) => each.id === id);
    if (token === undefined || !isValid(token, new Date().toISOString())) return undefined;
    const sent = request.headers[CSRF_HEADER];
    if (!SAFE.has(request.method) && !isSameSecret(csrf, String(sent ?? '')))
      throw errorOf(SERVER_ISSUES.noCsrfToken, `The header \`${CSRF_HEADER}\` is missing, or is another.`);
    return this.callerWith(token, 'session');
  }

  #local(): Caller {
    return { name: 'local', role: 'admin', clearance: this.options.clearance, by: 'local' };
  }
}

/** Whoever uses a route that is open to all: who they are is not looked at. */
const ANYBODY: Caller = { name: 'anybody', role: 'reader', clearance: 'clear', by: 'local' };

/** @throws FoeprintError N821 */
function allowed(caller: Caller, access: TokenRole): Caller {
  if (strength(caller.role) >= strength(access)) return caller;
  throw errorOf(
    SERVER_ISSUES.notAllowed,
    `It takes the role ${access}, and ${caller.name} is ${caller.role}.`,
  );
}

function strength(role: TokenRole): number {
  return TOKEN_ROLES.indexOf(role);
}
