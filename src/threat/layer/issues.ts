import { issueTable } from '../../facts/index.ts';

/** What can be wrong with layers that are combined or written. */
export const LAYER_ISSUES = issueTable({
  syntax: {
    code: 'W680',
    name: 'layer-expression-syntax',
    meaning: 'The layer expression cannot be read.',
    remedy: 'Write it like `a + 2*b`, `a and not b`, `max(a, b)`, `a >= 60` or `a - (b else 0)`.',
  },
  unknownName: {
    code: 'W681',
    name: 'unknown-layer-name',
    meaning: 'The expression names a layer that was not given.',
    remedy: 'Use the names that the layers were given under; put names with spaces in double quotes.',
  },
  wrongKind: {
    code: 'W682',
    name: 'layer-expression-kind',
    meaning: 'The expression has a number where a layer is needed, or a layer where a number is needed.',
    remedy:
      'Sets (`and`, `or`, `not`, `count`) need layers; after `else` stands a number; the result must be a layer.',
  },
  mixedDomains: {
    code: 'W683',
    name: 'mixed-layer-domains',
    meaning: 'The layers belong to different domains; the same technique id would mean different things.',
    remedy: 'Combine the layers of each domain on their own.',
  },
  mixedReleases: {
    code: 'W684',
    name: 'mixed-layer-releases',
    severity: 'warning',
    meaning:
      'The layers were drawn on different ATT&CK releases, or do not say on which, so ids may differ in meaning.',
    remedy: 'Carry the layers forward to one release before combining them.',
  },
  divisionByZero: {
    code: 'W685',
    name: 'layer-division-by-zero',
    severity: 'warning',
    meaning: 'The expression divides by a score of 0, or its result is too large for a number.',
    remedy: 'The techniques concerned have no score in the result; divide by something that cannot be 0.',
  },
  unusedLayer: {
    code: 'W686',
    severity: 'warning',
    meaning: 'A layer was given that the expression does not mention.',
    remedy: 'Mention it, or leave it out.',
  },
  unscoredLayer: {
    code: 'W687',
    severity: 'warning',
    meaning: 'The expression calculates with a layer that has no scores.',
    remedy: 'Say what a technique of it counts, e.g. `count(a)` for 1 each or `a else 50`.',
  },
  badNumber: {
    code: 'W688',
    name: 'unwritable-layer-number',
    meaning: 'A layer to be written has a score that is not a finite number, or a gradient that is empty.',
    remedy:
      'Leave the score out where there is none; give the gradient two colours or more and a minimum below its maximum.',
  },
  unknownTactics: {
    code: 'W615',
    name: 'unknown-layer-tactics',
    severity: 'warning',
    meaning:
      'A technique is marked for all tactics in one layer and for single tactics in another, and no matrix in view says which tactics it serves.',
    remedy:
      'Load the release and domain of the layers (`foeprint sync`) and combine again: a mark for all tactics may stand where single ones took it away.',
  },
  repeatedName: {
    code: 'W689',
    name: 'repeated-layer-name',
    meaning: 'Two layers were given under the same name.',
    remedy: 'Give each layer a name of its own.',
  },
});
