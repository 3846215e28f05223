export { evaluate, type EvaluationOptions } from './evaluate.ts'; // Program + facts → Model
export { Model, type Derivation, type FactRef, type ModelRelation } from './model.ts'; // facts with their derivations
export type { ConstantResolver } from './constants.ts'; // what a constant in a rule or query means
export { decodeModel, encodeModel } from './encode-model.ts'; // a Model as bytes, to be answered from later
export { query, type Answer, type QueryOptions, type QueryResult } from './query.ts'; // Model + Query → bindings with the facts they rest on
