import type { Mention, Ground } from '../../answers/index.ts';
import { highest } from '../../text/index.ts';
import type { Citation } from '../../facts/index.ts';
import type { ThreatRow } from '../threats.ts';

/** A ranked group as a report needs it: every factor, the best of what it rests on. */
export interface RankedRow {
  readonly rank: number;
  readonly group: Mention;
  readonly score: number;
  readonly factors: readonly Reason[];
}

/** A factor of a group’s score. */
export interface Reason {
  readonly factor: string;
  readonly weight: number;
  /** 0 … 1; absent where nothing is known, so that the mean of the other groups stands in. */
  readonly value?: number;
  readonly contribution: number;
  readonly found: string;
  /** What it rests on: one ground for everything said, the strongest and best cited. */
  readonly grounds: readonly ShortGround[];
}

/** A ground with its best citation. */
export interface ShortGround extends Omit<Ground, 'citations'> {
  /** How many tell the same. */
  readonly tellers: number;
  /** The newest document cited for this very statement; absent where there is none, or an entry cites many for all that it says. */
  readonly citation?: Citation;
  readonly citations: number;
}

/** Documents beyond which a list of citations is for an entry as a whole, and not for one statement in it. */
const CITES_AT_MOST = 3;

/** Grounds kept for a factor. */
const MOST_GROUNDS = 4;

/** A ranked group in short. */
export function rankedRow({ rank, group, score, factors }: ThreatRow): RankedRow {
  return {
    rank,
    group,
    score: rounded(score),
    factors: factors.map(({ factor, weight, value, contribution, found, grounds }) => ({
      factor,
      weight,
      ...(value === undefined ? {} : { value: rounded(value) }),
      contribution: rounded(contribution),
      found,
      grounds: bestGrounds(grounds).slice(0, MOST_GROUNDS),
    })),
  };
}

/** To six places: what is beyond is the noise of sums. */
export function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** For everything said, one of its strongest grounds: the first of them that cites anything exactly, or the first. */
function bestGrounds(grounds: readonly Ground[]): readonly ShortGround[] {
  const bySaying = new Map<string, Ground[]>();
  for (const ground of grounds) bySaying.set(ground.label, [...(bySaying.get(ground.label) ?? []), ground]);
  return [...bySaying.values()].flatMap((same) => {
    const strength = highest(same.map((ground) => ground.strength));
    const strongest = same.filter((ground) => ground.strength === strength);
    // Of grounds alike, one that does not hedge says more.
    const sure = strongest.filter(({ confidence }) => confidence !== 'suspected');
    const best =
      [...sure, ...strongest].find(({ citations }) => isExact(citations)) ?? sure[0] ?? strongest[0];
    if (best === undefined) return [];
    const { citations, ...ground } = best;
    const citation = isExact(citations) ? newest(citations) : undefined;
    return [
      {
        ...ground,
        tellers: new Set(same.map(({ by }) => by)).size,
        citations: citations.length,
        ...(citation === undefined ? {} : { citation }),
      },
    ];
  });
}

function isExact(citations: readonly Citation[]): boolean {
  return citations.length > 0 && citations.length <= CITES_AT_MOST;
}

/** The newest dated document, or the first. */
function newest(citations: readonly Citation[]): Citation | undefined {
  return citations.toSorted((one, other) => ((one.published ?? '') < (other.published ?? '') ? 1 : -1))[0];
}
