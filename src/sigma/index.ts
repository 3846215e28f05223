export { SIGMA_ISSUES } from './issues.ts';
export type { DetectionItem, LogSource, RuleValue, Search, Selection, SigmaRule } from './rule/rule.ts'; // a rule as it is written
export type { Condition } from './rule/condition.ts';
export { MODIFIERS, type Modifier } from './rule/modifiers.ts';
export { readRules } from './rule/read-rules.ts'; // YAML → rules
export { readDocuments } from './rule/documents.ts'; // YAML → its documents, each part with its place
export { literalValue } from './rule/literal-value.ts'; // a text that is no pattern
export { compileRule, type Compiled, type MatchReason, type RuleMatcher } from './match/compile-rule.ts'; // a rule made ready to match
export { RuleSet } from './match/rule-set.ts'; // many rules, found by what they need
export { readEvent } from './events/read-event.ts'; // parsed JSON → an event by the names that rules use
export { readEvents, type EventsRead } from './events/read-events.ts'; // a file of JSON → events as it has them
export { isOfSource, type EventSource, type LogEvent } from './events/log-event.ts';
export { checkRules, idsGivenTwice } from './check/check-rules.ts'; // what is wrong with rules
