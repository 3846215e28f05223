import { isDivider, type Annotation, type Divider, type Recipe, type RecipeParameter } from './layer.ts';

/** Annotations of a layer whose name is this, or starts with it and a dot, are its recipe: the name is taken. */
export const RECIPE_NAME = 'foeprint.recipe';

/** A recipe of the parameters that have a value: viewers drop metadata without one. */
export function recipeOf(operation: string, parameters: readonly RecipeParameter[]): Recipe {
  return { operation, parameters: parameters.filter(({ value }) => value !== '') };
}

/** A recipe as annotations, the form in which every file format can carry it. */
export function annotationsOf(recipe: Recipe): readonly Annotation[] {
  return [
    { name: RECIPE_NAME, value: recipe.operation },
    ...recipe.parameters.map(({ name, value }) => ({ name: `${RECIPE_NAME}.${name}`, value })),
  ];
}

/** Takes the recipe out of annotations; what is not of it stays, in order. */
export function splitRecipe(annotations: readonly (Annotation | Divider)[]): {
  readonly recipe: Recipe | undefined;
  readonly annotations: readonly (Annotation | Divider)[];
} {
  const head = annotations.find((entry) => !isDivider(entry) && entry.name === RECIPE_NAME);
  if (head === undefined || isDivider(head)) return { recipe: undefined, annotations };
  const parameters = annotations.filter(
    (entry): entry is Annotation => !isDivider(entry) && isParameter(entry),
  );
  return {
    recipe: {
      operation: head.value,
      parameters: parameters.map(({ name, value }) => ({ name: name.slice(RECIPE_NAME.length + 1), value })),
    },
    annotations: annotations.filter((entry) => isDivider(entry) || (entry !== head && !isParameter(entry))),
  };
}

/** A recipe in one line: `combine: expression = a + b; a = Example Heron`. */
export function sayRecipe(recipe: Recipe): string {
  const parameters = recipe.parameters.map(({ name, value }) => `${name} = ${value}`).join('; ');
  return parameters === '' ? recipe.operation : `${recipe.operation}: ${parameters}`;
}

function isParameter(annotation: Annotation): boolean {
  return annotation.name.startsWith(`${RECIPE_NAME}.`);
}
