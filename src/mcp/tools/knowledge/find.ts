import {
  list,
  oneOf,
  optional,
  SearchQuestion,
  shape,
  text,
  truth,
  as,
  options,
} from '../../../answers/index.ts';
import type { AliasesAnswer, SearchHit } from '../../../answers/index.ts';
import { defined } from '../../../text/index.ts';
import { pageOf, PAGE, PAGED } from '../../results/page.ts';
import { Quote, quoted } from '../../results/quotes.ts';
import { idOf, named, NamedThing } from '../../results/things.ts';
import { linkOf } from '../links.ts';
import { tool } from '../../tool.ts';

/** Hits that are looked at: whoever needs more asks with more words. */
const MOST_HITS = 500;

const Hit = shape('FoundThing', 'A thing that was found, and why.', {
  thing: NamedThing,
  match: oneOf(
    ['itself', 'name', 'text', 'relationship'],
    'how it meets the words: it has this id, name or alias; all words are in one of its names; in other text; in what relates two things',
  ),
  relates: optional(list(NamedThing, 'of what relates two things: the two')),
  excerpt: optional(as(Quote, 'words around the place where it was found')),
});

const Bearer = shape('NameBearer', 'An entry of a source that goes by the words, and who calls it so.', {
  thing: NamedThing,
  source: text('source whose entry it is'),
  called_so_by: list(text('a claimant'), 'who gives it the name'),
  same_as: list(text('an id'), 'what somebody holds to be the same, and nobody holds apart'),
  disputed: list(text('an id'), 'what some hold to be the same, and others apart'),
});

export const find = tool({
  name: 'find',
  title: 'Find things',
  description:
    'Finds groups, techniques, software, campaigns and all else by id, name, alias or words in descriptions, and says who calls an adversary by a name. Use it before other tools where a name may mean several things: `is_ambiguous` says so, and `bearers` lists them; choose by id. All words are needed; "quotes" make a phrase, a final * a beginning of words.',
  asks: ['search', 'aliases'],
  input: {
    words: text('what to look for, as one text'),
    kinds: options('--type <type>', 'only these kinds, e.g. `group`, `technique`, `software`, `campaign`'),
    release: SearchQuestion.shape.release,
    ...PAGED,
  },
  output: {
    found: list(Hit, 'best first: what is called so, then by name, by other text, by relationships'),
    ...PAGE,
    is_ambiguous: truth('whether several entries go by the words that nobody holds to be the same'),
    bearers: list(Bearer, 'adversaries that go by the words; at most 20'),
  },
  example: { words: 'Example Heron' },
  answer: async ({ words, kinds, release, ...page }, { ask, sourceOf, listKey }) => {
    const asked = defined({ release });
    const search = await ask('search', { words: [words], types: kinds, limit: MOST_HITS, ...asked });
    const { hits } = search.answer;
    const names = hits.some(isAdversaryItself) ? await ask('aliases', { name: words, ...asked }) : undefined;
    const bearers = names === undefined ? [] : bearersOf(names.answer);
    const { rows, ...pages } = pageOf(hits, page, listKey);
    const isAmbiguous = isAmbiguousAmong(names?.answer);
    return {
      output: {
        found: rows.map((hit) => ({
          thing: named(hit.thing),
          match: hit.match,
          ...defined({
            relates:
              hit.relates === undefined ? undefined : [named(hit.relates.source), named(hit.relates.target)],
            excerpt: quoted(hit.excerpt, hit.reportedBy?.join(', ') ?? sourceOf(hit.thing)),
          }),
        })),
        ...pages,
        is_ambiguous: isAmbiguous,
        bearers: bearers.slice(0, MOST_BEARERS),
      },
      text: sayFound(words, hits, isAmbiguous),
      from: names === undefined ? [search] : [search, names],
      links: rows.flatMap(({ thing }) => linkOf(thing)),
    };
  },
});

const MOST_BEARERS = 20;

const ADVERSARIES: ReadonlySet<string> = new Set(['intrusion-set', 'threat-actor']);

function isAdversaryItself({ thing, match }: SearchHit): boolean {
  return match === 'itself' && ADVERSARIES.has(thing.type);
}

function bearersOf({ asked, bearers, related, links }: AliasesAnswer) {
  const ids = new Map([...bearers, ...related].map(({ thing }) => [thing.id, idOf(thing)]));
  const linked = (id: string, verdict: string): readonly string[] => [
    ...new Set(
      links
        .filter((link) => link.verdict === verdict && (link.one === id || link.other === id))
        .map(({ one, other }) => (one === id ? other : one))
        .map((other) => ids.get(other) ?? other),
    ),
  ];
  return bearers.map(({ thing, source, names }) => ({
    thing: named(thing),
    source,
    called_so_by: [
      ...new Set(
        names
          .filter(({ name }) => name.toLowerCase() === asked.trim().toLowerCase())
          .flatMap(({ claimants }) => claimants.map(({ name }) => name)),
      ),
    ],
    same_as: linked(thing.id, 'same'),
    disputed: linked(thing.id, 'disputed'),
  }));
}

/** Whether those who go by a name fall apart into several by who holds whom to be the same. */
function isAmbiguousAmong(answer: AliasesAnswer | undefined): boolean {
  if (answer === undefined) return false;
  const [first, ...others] = answer.bearers.map(({ thing }) => thing.id);
  if (first === undefined) return false;
  const reached = new Set([first]);
  for (const id of reached)
    for (const { one, other, verdict } of answer.links)
      if (verdict === 'same' && (one === id || other === id)) reached.add(one === id ? other : one);
  return others.some((id) => !reached.has(id));
}

function sayFound(words: string, hits: readonly SearchHit[], isAmbiguous: boolean): string {
  if (hits.length === 0) return `Nothing is found for “${words}”.`;
  const first = hits
    .slice(0, 5)
    .map(({ thing }) => `${thing.name === '' ? idOf(thing) : thing.name} (${idOf(thing)})`);
  const more = hits.length > first.length ? ` and ${hits.length - first.length} more` : '';
  const which = isAmbiguous
    ? ' The name means several things that nobody holds to be the same: choose by id.'
    : '';
  return `“${words}”: ${first.join(', ')}${more}.${which}`;
}
