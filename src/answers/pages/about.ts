import { Citation } from '../explanation/evidence.ts';
import { Mention } from '../explanation/mention.ts';
import { Statement } from '../explanation/statement.ts';
import { flag } from '../question.ts';
import { reasons } from '../reasons.ts';
import { as, count, list, optional, shape, text, type Of } from '../schema.ts';

/** Examples that a list of a page has where not all are asked for. */
export const EXAMPLES_SHOWN = 15;

/** How questions about one thing ask for whole lists. */
export const ALL = flag('--all', 'every example of each list', { fallback: `the newest ${EXAMPLES_SHOWN}` });

/** What a thing is: fields of every page about one. */
export const ABOUT = {
  thing: as(Mention, 'the thing'),
  aliases: list(text('a name'), 'other names'),
  description: text('plain text; empty where its source gives none'),
  url: optional(text('its page at its source')),
  citations: reasons(list(Citation, 'documents that its source cites for the description')),
};

export const About = shape('About', 'What a thing is.', ABOUT);
export type About = Of<typeof About>;

export const Examples = shape('Examples', 'What stands in a relation to a thing, or the newest of it.', {
  total: count('how many there are'),
  newest: list(
    Statement,
    'newest evidence first, undated last; all of them, or the first where not all were asked for',
  ),
});
export type Examples = Of<typeof Examples>;
