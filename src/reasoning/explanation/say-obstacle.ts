import type { Model } from '../evaluation/index.ts';
import { sayComparison, sayAtom, sayFact, type NameOf } from './say.ts';
import type { Attempt } from './why-not.ts';

/** What is in the way of a rule, in words: `no fact uses(cmd, Ping)`. */
export function sayObstacle(model: Model, attempt: Attempt, nameOf: NameOf): string {
  const { obstacle, binding } = attempt;
  const rule = model.rules.find(({ name }) => name === attempt.rule);
  if (rule === undefined) return `there is no rule ${attempt.rule}`;
  const premise = 'premise' in obstacle ? rule.premises[obstacle.premise] : undefined;
  switch (obstacle.kind) {
    case 'missing':
      return premise?.kind === 'holds' ? `no fact ${sayAtom(premise.atom, rule, binding, nameOf)}` : '';
    case 'contradicted': {
      const { relation } = obstacle.by;
      return `against it: ${sayFact(model, { relation, terms: model.terms(obstacle.by) }, nameOf)}`;
    }
    case 'comparison':
      return premise?.kind === 'compares'
        ? `it is not so that ${sayComparison(premise, rule, binding, nameOf)}`
        : '';
    case 'type': {
      const allowed = rule.types[obstacle.variable]?.join(' or ') ?? '';
      return `${nameOf(obstacle.term)} would have to be ${allowed}`;
    }
    case 'conclusion':
      return 'its conclusion is never about these';
    case 'off':
      return 'all premises hold, but the rule is switched off';
    case 'unknown':
      break;
  }
  return 'the search was given up';
}
