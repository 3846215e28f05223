import { argument, choice, option, TOKEN_ROLES, TokenAddAnswer } from '../../../answers/index.ts';
import { addToken, refusal } from '../../../home/index.ts';
import { tokenAddDocument } from '../../../report/index.ts';
import { levelNamed } from '../../../actions/index.ts';
import { homeCommand } from '../../call/home-command.ts';

export const tokenAdd = homeCommand({
  name: 'token add',
  summary: 'make a token that lets somebody in to the API',
  details:
    'The token is shown once; the home keeps its digest. A reader asks, an analyst also adds to what is known, an admin also loads, forgets and syncs.',
  given: {
    name: argument('<name>', 'whose it is, or what for'),
    role: choice('--role <role>', TOKEN_ROLES, 'what its owner may do', { fallback: 'reader' }),
    clearance: option('--tlp <level>', 'how far answers to its owner may go', { fallback: 'green' }),
    expires: option('--expires <day>', 'last day on which it lets its owner in', { fallback: 'never' }),
  },
  answer: TokenAddAnswer,
  examples: [
    { line: 'token add dashboard', label: 'for a program that reads what may go as far as green' },
    { line: 'token add Ann --role analyst --tlp amber --expires 2027-03-31', label: 'for a colleague' },
  ],
  run: async ({ name, role = 'reader', clearance, expires }, { home }) => {
    const { paths } = await home();
    const at = new Date().toISOString();
    const expiresAt = expires === undefined ? undefined : endOf(expires, at);
    const level = levelNamed(clearance) ?? 'green';
    return { answer: await addToken(paths.tokens, { name, role, clearance: level, expiresAt }, at) };
  },
  document: tokenAddDocument,
});

/** The last moment of a day. @throws FoeprintError H573 where it is none, or is past */
function endOf(day: string, now: string): string {
  const end = `${day}T23:59:59.999Z`;
  const isDay = !Number.isNaN(Date.parse(end)) && new Date(end).toISOString() === end;
  if (isDay && end > now) return end;
  throw refusal('no-time-to-come', `“${day}” is no day to come.`, { field: '--expires' });
}
