const NAME = 'foeprint_session';
/** Browsers take a cookie of this beginning over TLS alone, for this very host. */
const SECURE_NAME = `__Host-${NAME}`;

/** What the cookie of a session holds; undefined where none is sent. */
export function sessionSecretIn(cookies: string | undefined): string | undefined {
  const pairs = (cookies ?? '').split(';').map((pair) => pair.trim().split('=', 2));
  return pairs.find(([name]) => name === SECURE_NAME || name === NAME)?.[1];
}

/**
 * The header that has a browser keep a session, out of reach of scripts and other sites.
 *
 * @param secret undefined: the browser is to forget it
 * @param isSecure whether it is to be sent over TLS alone
 */
export function sessionCookie(secret: string | undefined, isSecure: boolean): string {
  const name = isSecure ? SECURE_NAME : NAME;
  const parts = [`${name}=${secret ?? ''}`, 'Path=/', 'HttpOnly', 'SameSite=Strict'];
  return [...parts, ...(isSecure ? ['Secure'] : []), ...(secret === undefined ? ['Max-Age=0'] : [])].join(
    '; ',
  );
}
