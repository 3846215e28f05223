import type {
  ActivityDate,
  Ground,
  Trait,
  TraitKind,
  VictimologyAnswer,
  VictimsAnswer,
} from '../../answers/index.ts';
import { TRAIT_KINDS, sayMention } from '../../answers/index.ts';
import { details, heading, item, bullets, paragraph, table } from '../../render/index.ts';
import type { Block, Document } from '../../render/index.ts';
import { count } from '../../text/index.ts';
import { numberColumn } from '../blocks.ts';
import { sayNewest } from '../say-newest.ts';
import { sayConfidence } from '../words.ts';

const TITLES: Readonly<Record<TraitKind, string>> = {
  sector: 'Sectors',
  country: 'Countries',
  region: 'Regions',
  organisation: 'Organisations',
  motive: 'Motives',
  origin: 'Held to come from',
};

/** Claims shown for one value; the rest is counted. */
const SHOWN = 8;

/** Whom a group attacks, why, from where and when, with everyone who says so. */
export function victimsDocument(answer: VictimsAnswer): Document {
  const { group, traits } = answer;
  return {
    title: `Victims of ${sayMention(group)}`,
    lead: sayActivity(answer),
    blocks: [...TRAIT_KINDS.flatMap((kind) => kindBlocks(kind, traits)), ...activityBlocks(answer)],
  };
}

function sayActivity({ firstSeen, lastSeen, asOf, reports }: VictimsAnswer): string {
  const seen =
    firstSeen === ''
      ? 'Nothing dates its activity'
      : `Seen or reported on from ${firstSeen} to ${sayNewest(lastSeen, asOf)}`;
  return `${seen}; ${count(reports, 'dated report')}. Every source’s claims stand apart, also where they contradict each other.`;
}

function kindBlocks(kind: TraitKind, all: readonly Trait[]): readonly Block[] {
  const traits = all.filter((trait) => trait.kind === kind);
  if (kind === 'organisation' && traits.length === 0) return [];
  if (traits.length === 0)
    return [heading(2, TITLES[kind]), paragraph('Not known: no source in view reports any.')];
  const named = traits.map((trait) => ({ name: sayValue(trait), claims: trait.claims }));
  return claimBlocks(TITLES[kind], TITLES[kind], named);
}

/** What nobody holds for certain says so. */
function sayValue({ label, isSuspected }: Trait): string {
  return isSuspected ? `${label} (suspected)` : label;
}

/** When it is said to have been seen; where fields and prose differ, each date stands apart. */
function activityBlocks({ activity }: VictimsAnswer): readonly Block[] {
  if (activity.length === 0) return [];
  const named = activity.map((each) => ({ name: sayDate(each), claims: each.claims }));
  return claimBlocks('First and last seen', 'Date', named);
}

/** What is claimed, by whom, and in which words. */
function claimBlocks(
  title: string,
  head: string,
  claimed: readonly { readonly name: string; readonly claims: readonly Ground[] }[],
): readonly Block[] {
  return [
    heading(2, `${title} (${claimed.length})`),
    table(
      [head, numberColumn('Claims'), 'By'],
      claimed.map(({ name, claims }) => [name, String(claims.length), claimantsOf(claims)]),
    ),
    details('In which words', bullets(claimed.map(({ name, claims }) => item(name, reportingsOf(claims))))),
  ];
}

function sayDate({ end, date }: ActivityDate): string {
  return `${end === 'first' ? 'First' : 'Last'} seen ${date}`;
}

function claimantsOf(claims: readonly Ground[]): string {
  return [...new Set(claims.map(({ by }) => by))].join('; ');
}

function reportingsOf(claims: readonly Ground[]): Block {
  const rest = claims.length - SHOWN;
  return bullets([...claims.slice(0, SHOWN).map(sayReporting), ...(rest > 0 ? [`and ${rest} more`] : [])]);
}

function sayReporting({ by, sentence, via, confidence, extractedBy }: Ground): string {
  const who = `${by}${via === '' ? '' : ` (${via})`}${sayConfidence(confidence)}`;
  const how = extractedBy === '' ? '' : ` – derived by the pattern ${extractedBy}`;
  return `${who}: “${sentence}”${how}`;
}

/** Of how many groups something is known, and by whom. */
export function victimologyDocument({ groups, known, unknown, sources }: VictimologyAnswer): Document {
  return {
    title: 'What is known of whom groups attack',
    lead: `${count(groups, 'group')} in view.`,
    blocks: [
      table(
        ['', numberColumn('Known'), numberColumn('Not known')],
        TRAIT_KINDS.map((kind) => [TITLES[kind], String(known[kind]), String(unknown[kind])]),
      ),
      heading(2, 'Groups of which each source reports something'),
      table(
        ['Source', ...TRAIT_KINDS.map((kind) => numberColumn(TITLES[kind]))],
        sources.map((each) => [each.source, ...TRAIT_KINDS.map((kind) => String(each.known[kind]))]),
      ),
    ],
  };
}
