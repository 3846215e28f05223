import { basename, dirname, join } from 'node:path';
import { acquire } from '../../acquisition/index.ts';
import type { LayerCombineQuestion, LayerOperand } from '../../answers/index.ts';
import { errorOf, FoeprintError, isCleared, sayLevel, type MarkingLevel } from '../../facts/index.ts';
import { readLayers } from '../../intake/index.ts';
import { defined } from '../../text/index.ts';
import { levelOfLayers, type Layer } from '../../threat/index.ts';
import { WORKBENCH_ISSUES } from '../../workbench/index.ts';
import type { Call } from '../call/call.ts';
import { CLI_ISSUES } from '../issues.ts';
import { remarkIssues } from '../terminal/remark-issues.ts';

/**
 * The layers of a Navigator file. What is odd about it is remarked upon.
 *
 * @throws FoeprintError A4xx where it cannot be read, I15x where no layer can, C735 where it is marked above the clearance
 */
export async function layersOf(call: Call, location: string): Promise<readonly Layer[]> {
  const { limits, http } = (await call.home()).configuration.config;
  const acquired = await acquire(location, { limits, http });
  const readings = (acquired.unchanged ? [] : acquired.documents).map(({ parsed, location: from }) =>
    readLayers(parsed, from),
  );
  const issues = readings.flatMap((reading) => reading.issues);
  const layers = readings.flatMap((reading) => reading.layers);
  if (layers.length === 0) throw new FoeprintError(issues);
  refuseMarked(location, levelOfLayers(layers), await call.clearance());
  remarkIssues(call, issues);
  return layers;
}

/** @throws FoeprintError C735 where what a file is marked with is above the clearance */
export function refuseMarked(
  location: string,
  level: MarkingLevel | undefined,
  clearance: MarkingLevel | undefined,
): void {
  if (level === undefined || isCleared(level, clearance)) return;
  throw errorOf(CLI_ISSUES.markedAbove, `“${location}” is marked ${sayLevel(level)}.`, { file: location });
}

/** `name=file`: the layer under this name; of a file with several, `name1`, `name2` … @throws FoeprintError C708 where it has no name */
export async function operandsOf(call: Call, given: string): Promise<readonly LayerOperand[]> {
  const [, name = '', file = ''] = /^([^=]+)=(.+)$/su.exec(given) ?? [];
  if (name === '') throw errorOf(CLI_ISSUES.notNamed, `“${given}” does not say which name the layer has.`);
  const layers = await layersOf(call, file);
  return layers.map((layer, index) => ({
    name: layers.length === 1 ? name : `${name}${index + 1}`,
    layer,
    from: basename(file),
  }));
}

/** What the recipe of a combined layer says, from the files beside it. @throws FoeprintError W654 where there is no such recipe */
export async function combinationIn(call: Call, file: string): Promise<LayerCombineQuestion['again']> {
  const made = (await layersOf(call, file)).find(({ recipe }) => recipe?.operation === 'combine');
  if (made?.recipe === undefined)
    throw errorOf(WORKBENCH_ISSUES.nothingToCombine, `“${file}” has no recipe of a combination.`);
  const parameters = new Map(made.recipe.parameters.map(({ name, value }) => [name, value]));
  const operands: LayerOperand[] = [];
  for (const [key, from] of parameters) {
    const [, name = ''] = /^layer\.(.+)\.from$/su.exec(key) ?? [];
    if (name === '' || name.includes('.recipe.')) continue;
    const layers = await layersOf(call, join(dirname(file), from));
    const layer = layers.find((each) => each.name === parameters.get(`layer.${name}`)) ?? layers[0];
    if (layer !== undefined) operands.push({ name, layer, from });
  }
  return {
    expression: parameters.get('expression') ?? '',
    layers: operands,
    ...defined({ missing: parameters.get('missing') }),
    name: made.name,
  };
}
