export { ANY, oneOf } from './character-set.ts';
export { necessaryTexts, type Expression } from './expression.ts';
export { readExpression, ExpressionFault, type ExpressionFlags } from './read-expression.ts';
export { matcherOf, TooManyStates } from './automaton.ts';
