import { MARKING_LEVELS } from '../../facts/index.ts';
import { COVERAGE_KINDS } from '../../threat/index.ts';
import { list, number, oneOf, optional, shape, text, type Of } from '../schema.ts';

export const CoverageClaim = shape('CoverageClaim', 'What one file says of one technique.', {
  technique: text('ATT&CK id as the file gives it; it may belong to another release'),
  level: number('above 0, at most 1: the score over the highest that its scale allows'),
  kind: oneOf(
    COVERAGE_KINDS,
    'what says it: a score of detections or of visibility (DeTT&CT), a scored technique of a layer, a tag of a Sigma rule, an id in a list',
  ),
  file: text('name of the file'),
  release: optional(text('ATT&CK release of the id, e.g. `18`; absent where the file does not say')),
  besides: optional(
    list(
      text('short name of a tactic'),
      'tactics of which the same layer says otherwise: the claim is of the technique’s other tactics only',
    ),
  ),
});

/** Which techniques are covered, as questions give it: what files say, together. */
export const CoverageClaims = shape('CoverageClaims', 'Which techniques are covered.', {
  claims: list(CoverageClaim, 'of several claims on a technique the highest holds, of equal ones the first'),
  marking: optional(
    oneOf(MARKING_LEVELS, 'the strictest level that a file is marked with: answers go no farther'),
  ),
});
export type CoverageClaims = Of<typeof CoverageClaims>;
