import type { AnswerOf } from 'foeprint/answers';

type Triage = AnswerOf<'triage'>;
type Candidate = Triage['candidates'][number];

/** How a candidate stands to one technique of the incident. */
export type Match = 'reported' | 'derived' | 'none';

/** Of every technique, the rarest first, how a candidate stands to it. */
export function matchesOf(
  { matched }: Pick<Candidate, 'matched'>,
  techniques: readonly Triage['techniques'][number][],
): readonly Match[] {
  const byId = new Map(matched.map((each) => [each.technique.id, each.reports > 0]));
  return techniques.map(({ technique }) => {
    const isReported = byId.get(technique.id);
    return isReported === undefined ? 'none' : isReported ? 'reported' : 'derived';
  });
}
