import { MENTION } from '../explanation/mention.ts';
import { argument, question } from '../question.ts';
import { list, shape, text, type Of } from '../schema.ts';

/** All things of one kind. */
export const ListQuestion = question({
  catalogue: argument('<catalogue>', 'plural of a kind, or a STIX type'),
});

const ListedThing = shape('ListedThing', 'A thing with its other names.', {
  ...MENTION,
  aliases: list(text('a name'), 'other names'),
});

export const ListAnswer = shape('ListAnswer', 'All things of one kind.', {
  catalogue: text('what was asked for'),
  things: list(ListedThing, 'by label; what is withdrawn only where it was asked for'),
});
export type ListAnswer = Of<typeof ListAnswer>;
