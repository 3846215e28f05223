import { issueTable, type IssueDeclaration } from '../facts/index.ts';

/** What can be wrong with rules, queries and their evaluation. Docs and tests read this table. */
export const REASONING_ISSUES = issueTable({
  syntax: {
    code: 'R301',
    meaning: 'The text is not a statement of the rule language.',
    remedy:
      'Look at the position given: names start with a lower-case letter, variables with a capital; every statement ends with a full stop.',
  },
  unknownRelation: {
    code: 'R302',
    meaning: 'A rule or query speaks of a relation that nobody has declared.',
    remedy: 'Check the spelling, or declare it: relation NAME(first, second) "{first} … {second}".',
  },
  wrongArity: {
    code: 'R303',
    name: 'wrong-number-of-terms',
    meaning: 'A relation is used with more or fewer terms than it is declared with.',
    remedy: 'Give as many terms as the declaration has; `_` stands for a term that does not matter.',
  },
  typeContradiction: {
    code: 'R304',
    meaning:
      'No thing can have all the types that a variable or constant must have, so the rule could never conclude anything.',
    remedy: 'Compare the type written at the variable with the declarations of the relations it occurs in.',
  },
  unsafeHead: {
    code: 'R305',
    name: 'unsafe-head-variable',
    meaning: 'A variable of the conclusion occurs in no positive premise, so it could be anything.',
    remedy: 'Add a premise that binds the variable.',
  },
  unsafePremise: {
    code: 'R306',
    name: 'unsafe-premise-variable',
    meaning:
      'A variable of a negated premise or comparison occurs in no positive premise, so there is nothing to look up.',
    remedy: 'Bind the variable in a positive premise, or write `_` in a negated premise for "anything".',
  },
  negativeCycle: {
    code: 'R307',
    name: 'negation-in-a-cycle',
    meaning: 'A relation depends on its own absence, so its facts would depend on the order of evaluation.',
    remedy: 'Break the cycle: negate a relation that does not depend on the conclusion, e.g. a reported one.',
  },
  duplicateRule: {
    code: 'R308',
    name: 'duplicate-rule-name',
    meaning: 'Two rules have the same name; switches, weights and explanations name rules.',
    remedy: 'Rename one of them.',
  },
  undeclaredHead: {
    code: 'R309',
    name: 'undeclared-conclusion',
    meaning: 'A rule concludes a relation that is neither in the vocabulary nor declared.',
    remedy: 'Declare it before its rules: relation NAME(first, second) "{first} … {second}".',
  },
  singleVariable: {
    code: 'R310',
    severity: 'warning',
    meaning: 'A variable occurs only once in its rule, which is usually a misspelling.',
    remedy: 'Write `_` where the value does not matter.',
  },
  unknownType: {
    code: 'R311',
    meaning: 'A type name is neither a kind of thing nor a type declared in the rules.',
    remedy: 'Check the spelling, or declare it: type NAME = "stix-type".',
  },
  duplicateDeclaration: {
    code: 'R312',
    meaning: 'A relation, union, type or pack is declared twice.',
    remedy: 'Remove or rename one of the declarations.',
  },
  unevenUnion: {
    code: 'R313',
    meaning: 'A union has no usable members: their numbers of terms differ, or it contains itself.',
    remedy:
      'Unite relations with the same number of terms; a union may contain other unions, but not itself.',
  },
  unionHead: {
    code: 'R314',
    name: 'union-as-conclusion',
    meaning: 'A rule concludes a union; a conclusion must say which relation it adds to.',
    remedy: 'Conclude one of the members of the union.',
  },
  weightRange: {
    code: 'R315',
    name: 'weight-out-of-range',
    meaning: 'The weight of a rule is a number from 0 to 1.',
    remedy: 'Give a weight between 0 and 1; without one it is 1.',
  },
  unknownPlaceholder: {
    code: 'R316',
    meaning: 'A sentence names something in braces that the rule or relation does not have.',
    remedy: 'Use the variables of the rule, or the term names of the relation.',
  },
  tooManyVariants: {
    code: 'R317',
    meaning: 'The unions in the premises multiply to more combinations than are sensible to evaluate.',
    remedy: 'Split the rule, or conclude an intermediate relation first.',
  },
  emptyQuery: {
    code: 'R318',
    name: 'nothing-asked',
    meaning: 'The query has no positive premise, so there is nothing to look through.',
    remedy: 'Ask for at least one relation, e.g. uses(G, T).',
  },
  tooLong: {
    code: 'R319',
    meaning: 'A text of rules, or a query, is longer than any that somebody wrote.',
    remedy: 'Check that it is the file you mean; split it if it is.',
  },
  tooManyPremises: {
    code: 'R320',
    meaning:
      'A rule or query has so many premises that putting them in order would take longer than answering.',
    remedy: 'Conclude an intermediate relation first.',
  },
  unknownConstant: {
    code: 'R330',
    severity: 'warning',
    meaning: 'A constant names nothing that is known, so its premise can never hold.',
    remedy: 'Check the spelling; constants are ids, labels such as G0016, or texts of literals.',
  },
  ambiguousConstant: {
    code: 'R331',
    meaning: 'A constant names several things.',
    remedy: 'Use the lasting id of the one you mean, or give the term a type, e.g. T: technique.',
  },
  unknownRule: {
    code: 'R332',
    meaning: 'A switch or weight is set for a rule that no pack has.',
    remedy: 'Check the name against the list of rules.',
  },
  tooManyDerivations: {
    code: 'R333',
    meaning: 'Evaluation was stopped because the rules derive, or look through, more than the limit allows.',
    remedy: 'Look for a rule whose premises share no variable, or raise the limit.',
  },
  unevenFacts: {
    code: 'R334',
    meaning: 'Reported facts have a different number of terms than the relation is declared with.',
    remedy: 'Declare the relation as it is reported.',
  },
  chainsCut: {
    code: 'R335',
    severity: 'warning',
    meaning:
      'Things rest on each other in so long a row that conclusions from the whole of it would be too many.',
    remedy:
      'All that follows in fewer steps is there. Look at what reports the chain: it is seldom meant so.',
  },
  unknownFact: {
    code: 'R340',
    meaning: 'An explanation was asked for something that is not a fact of the model.',
    remedy: 'Ask why not instead, which says what is missing.',
  },
  tooDeep: {
    code: 'R341',
    name: 'too-deep-to-enumerate',
    meaning:
      'Further proofs of a fact rest on more rule applications above each other than can be enumerated.',
    remedy: 'The shortest proof, the number of proofs and the explanation graph are available all the same.',
  },
}) satisfies Readonly<Record<string, IssueDeclaration>>;
