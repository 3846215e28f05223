import type { Claimant, NameClaim } from '../../answers/index.ts';
import { bullets, heading, paragraph, table } from '../../render/index.ts';
import type { Block, Document } from '../../render/index.ts';
import type { IdentityReason } from '../../analysis/index.ts';
import type { AliasBearer, AliasesAnswer, AliasLink } from '../../workbench/index.ts';
import { count } from '../words.ts';

/** What each verdict says in a heading. */
const VERDICTS = {
  same: 'Said to be the same',
  disputed: 'Disputed',
  overlaps: 'Overlapping',
} as const;

/** Who goes by a name, and which of them are the same according to whom. */
export function aliasesReport(answer: AliasesAnswer, notices: readonly string[]): Document {
  const { asked, bearers, related, links } = answer;
  const entries = new Map([...bearers, ...related].map((bearer) => [bearer.thing.id, sayEntry(bearer)]));
  return {
    title: `${count(bearers.length, 'entry goes', 'entries go')} by “${asked}”`,
    lead: 'Names are claims: entries of different sources are never merged, and each relation between two says who claims it.',
    blocks: [
      namesTable(bearers),
      ...Object.keys(VERDICTS).flatMap((verdict) => linkBlocks(verdict, links, entries)),
      ...(links.length === 0 ? [paragraph('Nobody relates any of them to another entry.')] : []),
    ],
    notices,
  };
}

function sayEntry({ thing, source }: AliasBearer): string {
  return `${thing.name} (${thing.label === '' ? source : thing.label})`;
}

function namesTable(bearers: readonly AliasBearer[]): Block {
  return table(
    ['Entry', 'Source', 'Names, and who gives them'],
    bearers.map(({ thing, source, names }) => [
      thing.label === '' ? thing.name : `${thing.name} (${thing.label})`,
      source,
      names.map((claim) => sayName(claim, source)).join('; '),
    ]),
  );
}

/** The source itself goes without saying. */
function sayName({ name, claimants }: NameClaim, source: string): string {
  const others = claimants.filter((claimant) => claimant.name !== source);
  return others.length === 0 ? name : `${name} (${others.map((claimant) => claimant.name).join(', ')})`;
}

function linkBlocks(
  verdict: string,
  links: readonly AliasLink[],
  entries: ReadonlyMap<string, string>,
): readonly Block[] {
  const wanted = links.filter((link) => link.verdict === verdict);
  if (wanted.length === 0) return [];
  const title = Object.entries(VERDICTS).find(([name]) => name === verdict)?.[1] ?? verdict;
  return [
    heading(2, title),
    ...wanted.flatMap(({ one, other, reasons }) => [
      paragraph(`${entries.get(one) ?? one} and ${entries.get(other) ?? other}`),
      bullets(reasons.map(sayReason)),
    ]),
  ];
}

function sayReason({ says, confidence, claimants }: IdentityReason): string {
  const sure = confidence === undefined ? '' : ` How sure: ${confidence}.`;
  return `${says}${sure} According to: ${sayClaimants(claimants)}.`;
}

function sayClaimants(claimants: readonly Claimant[]): string {
  return [...new Set(claimants.map(({ name }) => name))].join(', ');
}
