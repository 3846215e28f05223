import type {
  AliasesAnswer,
  Claimant,
  IdentityReason,
  NameClaim,
  NamedEntry,
  NamedLink,
} from '../../answers/index.ts';
import { VERDICTS } from '../../answers/index.ts';
import { bullets, heading, paragraph, table, type Block, type Document } from '../../render/index.ts';
import { count } from '../../text/index.ts';
import { thingMentioned } from '../words.ts';

const TITLES: Readonly<Record<NamedLink['verdict'], string>> = {
  same: 'Said to be the same',
  disputed: 'Disputed',
  overlaps: 'Overlapping',
};

/** Who goes by a name, and which of them are the same according to whom. */
export function aliasesDocument(answer: AliasesAnswer): Document {
  const { asked, bearers, related, links } = answer;
  const entries = new Map([...bearers, ...related].map((bearer) => [bearer.thing.id, sayEntry(bearer)]));
  return {
    title: `${count(bearers.length, 'entry goes', 'entries go')} by “${asked}”`,
    lead: 'Names are claims: entries of different sources are never merged, and each relation between two says who claims it.',
    blocks: [
      namesTable(bearers),
      ...VERDICTS.flatMap((verdict) => linkBlocks(verdict, links, entries)),
      ...(links.length === 0 ? [paragraph('Nobody relates any of them to another entry.')] : []),
    ],
  };
}

function sayEntry({ thing, source }: NamedEntry): string {
  return `${thing.name} (${thing.label === '' ? source : thing.label})`;
}

function namesTable(bearers: readonly NamedEntry[]): Block {
  return table(
    ['Entry', 'Source', 'Names, and who gives them'],
    bearers.map(({ thing, source, names }) => [
      thingMentioned(thing),
      source,
      names.map((claim) => sayName(claim, source)).join('; '),
    ]),
  );
}

/** That the source itself has the name needs no word. */
function sayName({ name, claimants }: NameClaim, source: string): string {
  const others = claimants.filter((claimant) => claimant.name !== source);
  return others.length === 0 ? name : `${name} (${others.map((claimant) => claimant.name).join(', ')})`;
}

function linkBlocks(
  verdict: NamedLink['verdict'],
  links: readonly NamedLink[],
  entries: ReadonlyMap<string, string>,
): readonly Block[] {
  const wanted = links.filter((link) => link.verdict === verdict);
  if (wanted.length === 0) return [];
  return [
    heading(2, TITLES[verdict]),
    ...wanted.flatMap(({ one, other, reasons }) => [
      paragraph(`${entries.get(one) ?? one} and ${entries.get(other) ?? other}`),
      bullets(reasons.map(sayReason)),
    ]),
  ];
}

function sayReason({ statement, confidence, claimants }: IdentityReason): string {
  const sure = confidence === undefined ? '' : ` How sure: ${confidence}.`;
  return `${statement}${sure} According to: ${sayClaimants(claimants)}.`;
}

function sayClaimants(claimants: readonly Claimant[]): string {
  return [...new Set(claimants.map(({ name }) => name))].join(', ');
}
