export { evaluate, type EvaluationOptions } from './evaluate.ts'; // Program + facts → Model
export { Model, type Derivation, type FactRef, type ModelRelation } from './model.ts'; // facts with their derivations
export type { ConstantResolver } from './constants.ts'; // what a constant in a rule or query means
