import type { IssueDeclaration } from '../facts/index.ts';

const error = (code: string, name: string, meaning: string, remedy: string): IssueDeclaration => ({
  code,
  name,
  severity: 'error',
  meaning,
  remedy,
});
const warning = (code: string, name: string, meaning: string, remedy: string): IssueDeclaration => ({
  ...error(code, name, meaning, remedy),
  severity: 'warning',
});

/** What can be wrong with rules, queries and their evaluation. Docs and tests read this table. */
export const REASONING_ISSUES = {
  syntax: error(
    'R301',
    'syntax',
    'The text is not a statement of the rule language.',
    'Look at the position given: names start with a lower-case letter, variables with a capital; every statement ends with a full stop.',
  ),
  unknownRelation: error(
    'R302',
    'unknown-relation',
    'A rule or query speaks of a relation that nobody has declared.',
    'Check the spelling, or declare it: relation NAME(first, second) "{first} … {second}".',
  ),
  wrongArity: error(
    'R303',
    'wrong-number-of-terms',
    'A relation is used with more or fewer terms than it is declared with.',
    'Give as many terms as the declaration has; `_` stands for a term that does not matter.',
  ),
  typeContradiction: error(
    'R304',
    'type-contradiction',
    'No thing can have all the types that a variable or constant must have, so the rule could never conclude anything.',
    'Compare the type written at the variable with the declarations of the relations it occurs in.',
  ),
  unsafeHead: error(
    'R305',
    'unsafe-head-variable',
    'A variable of the conclusion occurs in no positive premise, so it could be anything.',
    'Add a premise that binds the variable.',
  ),
  unsafePremise: error(
    'R306',
    'unsafe-premise-variable',
    'A variable of a negated premise or comparison occurs in no positive premise, so there is nothing to look up.',
    'Bind the variable in a positive premise, or write `_` in a negated premise for "anything".',
  ),
  negativeCycle: error(
    'R307',
    'negation-in-a-cycle',
    'A relation depends on its own absence, so its facts would depend on the order of evaluation.',
    'Break the cycle: negate a relation that does not depend on the conclusion, e.g. a reported one.',
  ),
  duplicateRule: error(
    'R308',
    'duplicate-rule-name',
    'Two rules have the same name; switches, weights and explanations name rules.',
    'Rename one of them.',
  ),
  undeclaredHead: error(
    'R309',
    'undeclared-conclusion',
    'A rule concludes a relation that is neither in the vocabulary nor declared.',
    'Declare it before its rules: relation NAME(first, second) "{first} … {second}".',
  ),
  singleVariable: warning(
    'R310',
    'single-variable',
    'A variable occurs only once in its rule, which is usually a misspelling.',
    'Write `_` where the value does not matter.',
  ),
  unknownType: error(
    'R311',
    'unknown-type',
    'A type name is neither a kind of thing nor a type declared in the rules.',
    'Check the spelling, or declare it: type NAME = "stix-type".',
  ),
  duplicateDeclaration: error(
    'R312',
    'duplicate-declaration',
    'A relation, union, type or pack is declared twice.',
    'Remove or rename one of the declarations.',
  ),
  unevenUnion: error(
    'R313',
    'uneven-union',
    'A union has no usable members: their numbers of terms differ, or it contains itself.',
    'Unite relations with the same number of terms; a union may contain other unions, but not itself.',
  ),
  unionHead: error(
    'R314',
    'union-as-conclusion',
    'A rule concludes a union; a conclusion must say which relation it adds to.',
    'Conclude one of the members of the union.',
  ),
  weightRange: error(
    'R315',
    'weight-out-of-range',
    'The weight of a rule is a number from 0 to 1.',
    'Give a weight between 0 and 1; without one it is 1.',
  ),
  unknownPlaceholder: error(
    'R316',
    'unknown-placeholder',
    'A sentence names something in braces that the rule or relation does not have.',
    'Use the variables of the rule, or the term names of the relation.',
  ),
  tooManyVariants: error(
    'R317',
    'too-many-variants',
    'The unions in the premises multiply to more combinations than are sensible to evaluate.',
    'Split the rule, or conclude an intermediate relation first.',
  ),
  emptyQuery: error(
    'R318',
    'nothing-asked',
    'The query has no positive premise, so there is nothing to look through.',
    'Ask for at least one relation, e.g. uses(G, T).',
  ),
  tooLong: error(
    'R319',
    'too-long',
    'A text of rules, or a query, is longer than any that somebody wrote.',
    'Check that it is the file you mean; split it if it is.',
  ),
  tooManyPremises: error(
    'R320',
    'too-many-premises',
    'A rule or query has so many premises that putting them in order would take longer than answering.',
    'Conclude an intermediate relation first.',
  ),
  unknownConstant: warning(
    'R330',
    'unknown-constant',
    'A constant names nothing that is known, so its premise can never hold.',
    'Check the spelling; constants are ids, labels such as G0016, or texts of literals.',
  ),
  ambiguousConstant: error(
    'R331',
    'ambiguous-constant',
    'A constant names several things.',
    'Use the lasting id of the one you mean, or give the term a type, e.g. T: technique.',
  ),
  unknownRule: error(
    'R332',
    'unknown-rule',
    'A switch or weight is set for a rule that no pack has.',
    'Check the name against the list of rules.',
  ),
  tooManyDerivations: error(
    'R333',
    'too-many-derivations',
    'Evaluation was stopped because the rules derive, or look through, more than the limit allows.',
    'Look for a rule whose premises share no variable, or raise the limit.',
  ),
  unevenFacts: error(
    'R334',
    'uneven-facts',
    'Reported facts have a different number of terms than the relation is declared with.',
    'Declare the relation as it is reported.',
  ),
  chainsCut: warning(
    'R335',
    'chains-cut',
    'Things rest on each other in so long a row that conclusions from the whole of it would be too many.',
    'All that follows in fewer steps is there. Look at what reports the chain: it is seldom meant so.',
  ),
  unknownFact: error(
    'R340',
    'unknown-fact',
    'An explanation was asked for something that is not a fact of the model.',
    'Ask why not instead, which says what is missing.',
  ),
  tooDeep: error(
    'R341',
    'too-deep-to-enumerate',
    'Further proofs of a fact rest on more rule applications above each other than can be enumerated.',
    'The shortest proof, the number of proofs and the explanation graph are available all the same.',
  ),
} as const satisfies Readonly<Record<string, IssueDeclaration>>;
