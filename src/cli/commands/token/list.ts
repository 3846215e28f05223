import { TokenListAnswer } from '../../../answers/index.ts';
import { keptTokens, shownToken } from '../../../home/index.ts';
import { tokensDocument } from '../../../report/index.ts';
import { EXIT } from '../../call/command.ts';
import { homeCommand } from '../../call/home-command.ts';

export const tokenList = homeCommand({
  name: 'token list',
  summary: 'the tokens of the API, whose they are and what they allow',
  given: {},
  answer: TokenListAnswer,
  hasTables: true,
  examples: [{ line: 'token list', label: 'who is let in, and who last was' }],
  run: async (_, { home }) => {
    const tokens = await keptTokens((await home()).paths.tokens);
    return {
      answer: { tokens: tokens.map(shownToken) },
      exitCode: tokens.length === 0 ? EXIT.nothing : EXIT.ok,
    };
  },
  document: ({ tokens }) => tokensDocument('Tokens of the API', tokens),
});
