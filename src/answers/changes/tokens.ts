import { MARKING_LEVELS } from '../../facts/index.ts';
import { as, list, oneOf, optional, shape, text, type Of } from '../schema.ts';

/** What who has a token may do, from the least: ask; also add to what is known; also load, forget and sync. */
export const TOKEN_ROLES = ['reader', 'analyst', 'admin'] as const;

/** What who has a token may do. */
export type TokenRole = (typeof TOKEN_ROLES)[number];

export const ApiToken = shape('ApiToken', 'A token of the API, without what lets its owner in.', {
  id: text('the beginning of the token itself, by which it is found'),
  name: text('whose it is, or what for'),
  role: oneOf(TOKEN_ROLES, 'what its owner may do'),
  clearance: oneOf(MARKING_LEVELS, 'how far answers to its owner may go'),
  createdAt: text('when it was made: a timestamp'),
  expiresAt: optional(text('when it ends: a timestamp; absent where it does not')),
  usedAt: optional(text('when it was last used, to the hour: a timestamp; absent where it never was')),
});
export type ApiToken = Of<typeof ApiToken>;

export const TokenAddAnswer = shape('TokenAddAnswer', 'A token of the API that was made.', {
  token: as(ApiToken, 'what is kept of it'),
  secret: text('the token itself, which is shown this once and not kept'),
});
export type TokenAddAnswer = Of<typeof TokenAddAnswer>;

export const TokenListAnswer = shape('TokenListAnswer', 'The tokens of the API.', {
  tokens: list(ApiToken, 'by name'),
});
export type TokenListAnswer = Of<typeof TokenListAnswer>;

export const TokenRevokeAnswer = shape('TokenRevokeAnswer', 'Tokens of the API that were taken back.', {
  revoked: list(ApiToken, 'tokens that let nobody in any more'),
});
export type TokenRevokeAnswer = Of<typeof TokenRevokeAnswer>;
