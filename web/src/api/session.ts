/** The header in which the server gets back what it gave this browser for its session. */
const HEADER = 'x-csrf-token';

let kept: Promise<string> | undefined;

/**
 * What is sent beside the cookie with everything that has a body: without it the server takes it for a request of another site. The server is
 * asked once, as a page that is loaded again has its cookie still; nothing where there is no session, as on one’s own machine.
 */
export async function sessionHeaders(): Promise<Readonly<Record<string, string>>> {
  kept ??= given();
  const csrf = await kept;
  return csrf === '' ? {} : { [HEADER]: csrf };
}

/** When a session began or ended: the next request asks anew. */
export function forgetSession(): void {
  kept = undefined;
}

async function given(): Promise<string> {
  try {
    const response = await fetch('/api/session', { credentials: 'same-origin' });
    const { csrf = '' } = (await response.json()) as { readonly csrf?: string };
    return csrf;
  } catch {
    // The request itself will show what is wrong.
    forgetSession();
    return '';
  }
}
