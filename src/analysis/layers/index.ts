export {
  combineLayers, // layers + expression → a new layer, or why there is none
  type Combination,
  type CombinationOptions,
  type LayerOperand,
} from './combine-layers.ts';
export type { MissingPolicy } from './evaluate-expression.ts'; // what a missing score counts
export { checkLayer } from './check-layer.ts'; // throws where a layer cannot be written or drawn
export { LAYER_ISSUES } from './issues.ts'; // what can be wrong with layers
