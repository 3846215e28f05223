import { MARKING_LEVELS } from '../../facts/index.ts';
import { COVERAGE_KINDS, COVERAGE_STAGES } from '../../threat/index.ts';
import { as, list, number, oneOf, optional, shape, text, truth, type Of } from '../schema.ts';

export const RuleLogSource = shape('RuleLogSource', 'Where a Sigma rule looks: its `logsource`.', {
  product: optional(text('e.g. `windows`')),
  category: optional(text('e.g. `process_creation`')),
  service: optional(text('e.g. `security`')),
});

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
  stage: optional(
    oneOf(
      COVERAGE_STAGES,
      'how far the file says that detection has come; where it does not say: `log-source` for visibility, `rule` for rules, `deployed` for all others',
    ),
  ),
  platforms: optional(list(text('a platform'), 'what it is of; absent: all platforms of the technique')),
  rule: optional(text('id of the rule or test that it rests on, or its name where it has no id')),
  title: optional(text('what the rule is called')),
  looksIn: optional(as(RuleLogSource, 'where the rule looks')),
  date: optional(text('when it was made, changed or scored last, `YYYY-MM-DD`')),
});

export const LogSourceClaim = shape('LogSourceClaim', 'That the logs of a kind are at hand.', {
  logSource: text(
    'name of the data component that they provide, e.g. `Process Creation`, or of the log source',
  ),
  platforms: optional(list(text('a platform'), 'of the systems that they come from; absent: all')),
  file: text('name of the file'),
  date: optional(text('since when, `YYYY-MM-DD`')),
});

/** Which techniques are covered, as questions give it: what files say, together. */
export const CoverageClaims = shape('CoverageClaims', 'Which techniques are covered.', {
  claims: list(CoverageClaim, 'of several claims on a technique the highest holds, of equal ones the first'),
  logSources: optional(list(LogSourceClaim, 'which logs are at hand')),
  withKept: optional(truth('whether what is kept counts beside it; where it does not say, it counts alone')),
  marking: optional(
    oneOf(MARKING_LEVELS, 'the strictest level that a file is marked with: answers go no farther'),
  ),
});
export type CoverageClaims = Of<typeof CoverageClaims>;
