import { groundsOf, rankCandidates, type TriageProfiles } from '../../src/analysis/index.ts';
import { rarityOf } from '../../src/analysis/triage/profiles.ts';

/** What was seen, by places in the index. */
interface SeenPlaces {
  readonly techniques: readonly number[];
  readonly software: readonly number[];
}

/** Scores all groups, by place; who has no profile is put last, whatever its score. */
export interface Method {
  readonly name: string;
  readonly scores: (profiles: TriageProfiles, seen: SeenPlaces) => readonly number[];
  /** Probabilities of the groups among those listed, where the method has such. */
  readonly chances?: (profiles: TriageProfiles, seen: SeenPlaces) => readonly number[];
}

/** What knows nothing of the incident, what others use, ours. */
export const METHODS: readonly Method[] = [
  {
    name: 'prior: number of reports',
    scores: ({ index, ...profiles }) =>
      index.groups.map((group) => groundsOf({ index, ...profiles }, group).reports),
  },
  {
    name: 'Jaccard',
    scores: eachGroup((shared, { size, seen }) => shared.length / (size + seen - shared.length)),
  },
  {
    name: 'IDF-weighted overlap',
    scores: eachGroup((shared, { profiles }) => sumOf(shared, (technique) => idf(profiles, technique))),
  },
  {
    name: 'BM25 of plain sets',
    scores: eachGroup((shared, { size, profiles, meanSize }) =>
      sumOf(
        shared,
        (technique) => (idf(profiles, technique) * 2.2) / (1 + 1.2 * (0.25 + (0.75 * size) / meanSize)),
      ),
    ),
  },
  ours('ours', ({ techniques }) => ({ techniques, software: [] })),
  ours('ours, with software seen', (seen) => seen),
];

interface Counted {
  readonly profiles: TriageProfiles;
  readonly size: number;
  readonly seen: number;
  readonly meanSize: number;
}

/** A score by the techniques that a group shares with what was seen. */
function eachGroup(score: (shared: readonly number[], counted: Counted) => number): Method['scores'] {
  return (profiles, { techniques }) => {
    const { index, reports, sizes, filled } = profiles;
    const meanSize = sizes.reduce((sum, size) => sum + size, 0) / filled;
    return index.groups.map((_, group) => {
      const shared = techniques.filter(
        (technique) => (reports[group * index.techniques.length + technique] ?? 0) > 0,
      );
      return score(shared, { profiles, size: sizes[group] ?? 0, seen: techniques.length, meanSize });
    });
  };
}

function idf({ filled, users }: TriageProfiles, technique: number): number {
  return rarityOf(filled, users[technique] ?? 0);
}

function sumOf(values: readonly number[], measure: (value: number) => number): number {
  return values.reduce((sum, value) => sum + measure(value), 0);
}

function ours(name: string, use: (seen: SeenPlaces) => SeenPlaces): Method {
  const ranked = (profiles: TriageProfiles, seen: SeenPlaces) => {
    const { techniques, software } = use(seen);
    const { index } = profiles;
    return rankCandidates(profiles, {
      techniques: techniques.map((place) => index.techniques[place] ?? -1),
      software: software.map((place) => index.software[place] ?? -1),
    });
  };
  const byPlace = (profiles: TriageProfiles, values: ReadonlyMap<number, number>): readonly number[] =>
    profiles.index.groups.map((group) => values.get(group) ?? 0);
  return {
    name,
    // The order itself: equals stand by their labels, as in answers.
    scores(profiles, seen) {
      const { candidates } = ranked(profiles, seen);
      return byPlace(profiles, new Map(candidates.map(({ group }, at) => [group, -at])));
    },
    chances(profiles, seen) {
      const { candidates, pNone } = ranked(profiles, seen);
      return byPlace(profiles, new Map(candidates.map(({ group, p }) => [group, p / (1 - pNone)])));
    },
  };
}
