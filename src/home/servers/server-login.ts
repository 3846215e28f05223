import { ACQUISITION_ISSUES, type OwnRequest } from '../../acquisition/index.ts';
import { errorOf } from '../../facts/index.ts';

/** What is sent with every question to a server, and what to do where it is not enough. */
type Login = Omit<OwnRequest, 'body'>;

/** Environment variables, by name. */
type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What lets us into a server of TAXII: a token, else user and password, else nothing. Secrets stand in variables that are called
 * after the server, and neither in files nor in what other users see of a command.
 *
 * @throws FoeprintError A481
 */
export function taxiiLogin(name: string, user: string | undefined, environment: Environment): Login {
  const [token, password] = ['TOKEN', 'PASSWORD'].map((what) => variableOf('TAXII', name, what));
  const hint = `Set ${token ?? ''}, or \`taxii.${name}.user\` and ${password ?? ''}, and see whether that may read it.`;
  const given = secretIn(environment, token);
  if (given !== undefined) return { headers: { authorization: `Bearer ${given}` }, hint };
  if (user === undefined) return { headers: {}, hint };
  const words = Buffer.from(`${user}:${environment[password ?? ''] ?? ''}`).toString('base64');
  return { headers: { authorization: `Basic ${words}` }, hint };
}

/**
 * What lets us into a MISP server: the key of a user of it.
 *
 * @throws FoeprintError A480 where there is none, A481
 */
export function mispLogin(name: string, environment: Environment): Login {
  const variable = variableOf('MISP', name, 'KEY');
  const key = secretIn(environment, variable);
  const hint = `Set ${variable} to the key of a user who may read events.`;
  if (key === undefined)
    throw errorOf(ACQUISITION_ISSUES['login-refused'], `${variable} is not set.`, undefined, hint);
  return { headers: { authorization: key, 'content-type': 'application/json' }, hint };
}

/** `FOEPRINT_MISP_OUR_OWN_KEY` of the server `our-own`. */
function variableOf(kind: 'TAXII' | 'MISP', name: string, what: string): string {
  return `FOEPRINT_${kind}_${name.toUpperCase().replaceAll(/[^A-Z\d]/gu, '_')}_${what}`;
}

/** A secret; what cannot stand in a header is refused here, as errors of clients would show it. */
function secretIn(environment: Environment, variable = ''): string | undefined {
  const secret = environment[variable]?.trim() ?? '';
  if (secret === '') return undefined;
  if (/^[\u0021-\u007e]+$/u.test(secret)) return secret;
  const message = `${variable} has characters that no key or token has.`;
  throw errorOf(ACQUISITION_ISSUES['login-unusable'], message);
}
