import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import * as z from 'zod/mini';
import { ApiToken, type TokenRole } from '../../answers/index.ts';
import type { MarkingLevel } from '../../facts/index.ts';
import { compareText, defined, parsedJson } from '../../text/index.ts';
import { refusal } from '../issues.ts';
import { withLock } from '../locking/lock.ts';
import { writeAtomically } from '../locking/write-atomically.ts';

/** A token as it is kept: what lets its owner in is only known by its digest. */
const KeptToken = z.readonly(z.extend(ApiToken.def.innerType, { sha256: z.string() }));
export type KeptToken = z.output<typeof KeptToken>;

const Stored = z.object({ version: z.literal(1), tokens: z.array(KeptToken) });

/** What a token is to be. */
export interface NewToken {
  readonly name: string;
  readonly role: TokenRole;
  readonly clearance: MarkingLevel;
  /** ISO 8601; undefined: it does not end. */
  readonly expiresAt?: string | undefined;
}

/**
 * Makes a token and keeps its digest.
 *
 * @param at now, ISO 8601
 * @returns what is kept of it, and the token itself, which is nowhere else
 * @throws FoeprintError H571 where there is one of the name
 */
export async function addToken(
  file: string,
  { name, ...given }: NewToken,
  at: string,
): Promise<{ readonly token: ApiToken; readonly secret: string }> {
  const id = randomBytes(6).toString('hex');
  const secret = `${PREFIX}${id}_${randomBytes(32).toString('base64url')}`;
  const token: ApiToken = { id, name, createdAt: at, ...defined(given) };
  await changed(file, (tokens) => {
    if (tokens.some((each) => each.name === name))
      throw refusal('token-exists', `There is a token “${name}” already.`, { field: 'name' });
    return [...tokens, { ...token, sha256: digestOf(secret) }];
  });
  return { token, secret };
}

/** The tokens, by name; none where none was ever made. @throws FoeprintError H572 where the file is not legible */
export async function keptTokens(file: string): Promise<readonly KeptToken[]> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return [];
  const stored = Stored.safeParse(parsedJson(text));
  // Nobody is let in by a file that may have been tampered with.
  if (!stored.success) throw refusal('tokens-not-legible', 'The file of tokens is not legible.', { file });
  return stored.data.tokens;
}

/** What may be shown of a token. */
export function shownToken(token: KeptToken): ApiToken {
  const { id, name, role, clearance, createdAt, expiresAt, usedAt } = token;
  return { id, name, role, clearance, createdAt, ...defined({ expiresAt, usedAt }) };
}

/**
 * Takes tokens back: who has one is let in no more.
 *
 * @param names their names or ids
 * @throws FoeprintError H570 where there is none of a name, and nothing is done
 */
export async function revokeTokens(file: string, names: readonly string[]): Promise<readonly ApiToken[]> {
  let revoked: readonly ApiToken[] = [];
  await changed(file, (tokens) => {
    const isNamed = ({ name, id }: KeptToken): boolean => names.includes(name) || names.includes(id);
    const unknown = names.find((each) => !tokens.some(({ name, id }) => name === each || id === each));
    if (unknown !== undefined) throw refusal('unknown-token', `There is no token “${unknown}”.`);
    revoked = tokens.filter(isNamed).map(shownToken);
    return tokens.filter((token) => !isNamed(token));
  });
  return revoked;
}

/**
 * The token that lets somebody in; undefined where none does, or it has ended.
 *
 * @param at now, ISO 8601
 */
export function tokenOf(tokens: readonly KeptToken[], secret: string, at: string): KeptToken | undefined {
  const [, id = ''] = SECRET.exec(secret) ?? [];
  const digest = Buffer.from(digestOf(secret));
  // Compared also where there is none of the id, and in time that does not depend on where they differ.
  const token = tokens.find((each) => each.id === id);
  const isRight = timingSafeEqual(digest, Buffer.from(token?.sha256 ?? digestOf('')));
  return token !== undefined && isRight && isValid(token, at) ? token : undefined;
}

/** Whether a token has not ended. */
export function isValid({ expiresAt }: Pick<ApiToken, 'expiresAt'>, at: string): boolean {
  return expiresAt === undefined || Date.parse(at) < Date.parse(expiresAt);
}

/** Notes that a token was used, to the hour: nothing is written where that is known. */
export async function noteUse(file: string, { id, usedAt }: KeptToken, at: string): Promise<void> {
  const hour = `${at.slice(0, 13)}:00:00.000Z`;
  if (usedAt === hour) return;
  await changed(file, (tokens) =>
    tokens.map((token) => (token.id === id ? { ...token, usedAt: hour } : token)),
  );
}

const PREFIX = 'foeprint_';
const SECRET = /^foeprint_([0-9a-f]{12})_[\w-]{43}$/u;

function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

async function changed(
  file: string,
  change: (tokens: readonly KeptToken[]) => readonly KeptToken[],
): Promise<void> {
  await withLock(file, async () => {
    const tokens = change(await keptTokens(file)).toSorted((one, other) => compareText(one.name, other.name));
    await writeAtomically(file, `${JSON.stringify({ version: 1, tokens }, undefined, 2)}\n`);
  });
}
