import { argument, TokenRevokeAnswer } from '../../../answers/index.ts';
import { revokeTokens } from '../../../home/index.ts';
import { tokensDocument } from '../../../report/index.ts';
import { homeCommand } from '../../call/home-command.ts';

export const tokenRevoke = homeCommand({
  name: 'token revoke',
  summary: 'take tokens of the API back: they let nobody in any more',
  details: 'It holds from the next request on, for sessions that were opened with them, too.',
  given: { names: argument('<name...>', 'name or id, as `foeprint token list` has it') },
  answer: TokenRevokeAnswer,
  examples: [{ line: 'token revoke dashboard', label: 'one of them' }],
  run: async ({ names }, { home }) => ({
    answer: { revoked: await revokeTokens((await home()).paths.tokens, names) },
  }),
  document: ({ revoked }) => tokensDocument('Taken back', revoked),
});
