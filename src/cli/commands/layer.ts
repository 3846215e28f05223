import { FoeprintError, issueOf } from '../../facts/index.ts';
import { LAYER_VALUES } from '../../threat/index.ts';
import { groupLayers } from '../../workbench/index.ts';
import type { LayersAnswer } from '../../workbench/index.ts';
import type { Call } from '../call.ts';
import { EXIT } from '../command.ts';
import type { Outcome } from '../command.ts';
import { CLI_ISSUES } from '../issues.ts';
import { drawLayers, drawingForm } from '../layer-drawings.ts';
import { layersOf, layersText } from '../layer-files.ts';

export async function run(call: Call): Promise<Outcome> {
  const { options, reading } = call;
  const { layers, notes } = await madeLayers(call);
  const exitCode = layers.length === 0 ? EXIT.nothing : EXIT.ok;
  const form = drawingForm(options);
  if (form !== undefined && layers.length > 0) {
    return {
      data: undefined,
      content: layers,
      exitCode,
      remarks: notes,
      ...(await drawLayers(form, layers, await reading(), options)),
    };
  }
  return { data: undefined, exitCode, remarks: notes, text: layersText(layers), textForm: 'layer' };
}

async function madeLayers(call: Call): Promise<LayersAnswer> {
  const { arguments: names, options, desk, home } = call;
  const again = options.text('again');
  const recipe = again === undefined ? undefined : await recipeOf(call, again);
  const knowledge = await desk();
  return groupLayers(knowledge, names.length > 0 ? names : namesIn(recipe), {
    value:
      options.choice('value', LAYER_VALUES) ?? LAYER_VALUES.find((value) => value === recipe?.get('value')),
    derived: options.flag('derived') || recipe?.get('derived') === 'yes',
    each: options.flag('each'),
    asOf: options.text('asOf'),
    policy: (await home()).configuration.config.score,
  });
}

function namesIn(recipe: ReadonlyMap<string, string> | undefined): readonly string[] {
  const names = (recipe?.get('groups') ?? '').split(', ').filter((name) => name !== '');
  if (names.length > 0) return names;
  throw new FoeprintError([issueOf(CLI_ISSUES.nothingToLayer, 'No group is named.')]);
}

/** How the layers of a file were made: the groups of all, the rest as of the first. */
async function recipeOf(call: Call, file: string): Promise<ReadonlyMap<string, string>> {
  const recipes = (await layersOf(call, file)).flatMap(({ recipe }) =>
    recipe?.operation === 'layer' ? [recipe.parameters.map(({ name, value }) => [name, value] as const)] : [],
  );
  const groups = new Set(
    recipes.flatMap((parameters) => (new Map(parameters).get('groups') ?? '').split(', ')),
  );
  return new Map([...(recipes[0] ?? []), ['groups', [...groups].join(', ')] as const]);
}
