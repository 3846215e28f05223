import type { Layer, Recipe, RecipeParameter } from '../../threat/index.ts';
import type { MissingPolicy } from './evaluate-expression.ts';

interface Ingredient {
  readonly name: string;
  readonly layer: Layer;
  readonly from?: string;
}

/**
 * How a combination is made again: the expression, the policy for missing scores, and for each layer its
 * name, release, origin and own recipe, under `layer.` and the name that the expression gives it.
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
  const key = `layer.${name}`;
  return [
    { name: key, value: layer.name },
    ...(release === undefined ? [] : [{ name: `${key}.release`, value: release }]),
    ...(from === undefined ? [] : [{ name: `${key}.from`, value: from }]),
    ...(recipe === undefined ? [] : [{ name: `${key}.recipe`, value: recipe.operation }]),
    ...(recipe?.parameters ?? []).map((inner) => ({
      name: `${key}.recipe.${inner.name}`,
      value: inner.value,
    })),
  ];
}
