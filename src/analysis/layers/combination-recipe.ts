import type { Layer, Recipe, RecipeParameter } from '../../threat/index.ts';
import type { MissingPolicy } from './evaluate-expression.ts';

interface Ingredient {
  readonly name: string;
  readonly layer: Layer;
  readonly from?: string;
}

/**
 * How a combination is made again: the expression, the policy for missing scores, and for each layer its
 * name, release, origin and own recipe, under the name that the expression gives it.
 */
export function combinationRecipe(
  operands: readonly Ingredient[],
  expression: string,
  missing: MissingPolicy,
): Recipe {
  return {
    operation: 'combine',
    parameters: [
      { name: 'expression', value: expression },
      { name: 'missing', value: String(missing) },
      ...operands.flatMap(ingredientParameters),
    ],
  };
}

function ingredientParameters({ name, layer, from }: Ingredient): readonly RecipeParameter[] {
  const { release, recipe } = layer;
  return [
    { name, value: layer.name },
    ...(release === undefined ? [] : [{ name: `${name}.release`, value: release }]),
    ...(from === undefined ? [] : [{ name: `${name}.from`, value: from }]),
    ...(recipe === undefined ? [] : [{ name: `${name}.recipe`, value: recipe.operation }]),
    ...(recipe?.parameters ?? []).map((inner) => ({
      name: `${name}.recipe.${inner.name}`,
      value: inner.value,
    })),
  ];
}
