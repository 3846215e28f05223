import type { ApiToken, TokenAddAnswer } from '../answers/index.ts';
import { code, codeBlock, paragraph, table, type Document } from '../render/index.ts';
import { sayLevel } from '../facts/index.ts';

/** A token that was made: the only place where it stands. */
export function tokenAddDocument({ token, secret }: TokenAddAnswer): Document {
  return {
    title: `Token for ${token.name}`,
    blocks: [
      codeBlock(secret),
      paragraph('It is shown this once and not kept: only its digest is. A program sends it as'),
      paragraph([code('Authorization: Bearer TOKEN')]),
      tokensTable([token]),
    ],
  };
}

/** Tokens, without what lets their owners in. */
export function tokensDocument(title: string, tokens: readonly ApiToken[]): Document {
  return { title, blocks: tokens.length === 0 ? [paragraph('None.')] : [tokensTable(tokens)] };
}

function tokensTable(tokens: readonly ApiToken[]): Document['blocks'][number] {
  return table(
    ['Name', 'Id', 'Role', 'Up to', 'Made', 'Last used', 'Ends'],
    tokens.map(({ name, id, role, clearance, createdAt, usedAt, expiresAt }) => [
      name,
      id,
      role,
      sayLevel(clearance),
      createdAt.slice(0, 10),
      usedAt === undefined ? 'never' : usedAt.slice(0, 10),
      expiresAt === undefined ? 'never' : expiresAt.slice(0, 10),
    ]),
  );
}
