import { basename, dirname, join } from 'node:path';
import { combineLayers } from '../../analysis/index.ts';
import type { LayerOperand, MissingPolicy } from '../../analysis/index.ts';
import { writeLayer } from '../../export/index.ts';
import { FoeprintError, issueOf } from '../../facts/index.ts';
import type { Call } from '../call.ts';
import type { Outcome } from '../command.ts';
import { CLI_ISSUES } from '../issues.ts';
import { drawLayers, drawingForm } from '../layer-drawings.ts';
import { layersOf } from '../layer-files.ts';
import { levelOfLayers } from '../../threat/index.ts';
import { remarkIssues } from '../remark-issues.ts';
import { WORKBENCH_ISSUES, tacticsInView } from '../../workbench/index.ts';

export async function run(call: Call): Promise<Outcome> {
  const { options, reading } = call;
  const again = options.text('again');
  const { operands, expression, missing, name } =
    again === undefined ? await asGiven(call) : await asBefore(call, again);
  const tacticsOf = await tacticReader(call, operands);
  const { layer, issues } = combineLayers(operands, expression, {
    missing: missingPolicy(options.text('missing') ?? missing),
    ...(tacticsOf === undefined ? {} : { tacticsOf }),
    ...(name === undefined ? {} : { name }),
  });
  const [first, ...others] = issues;
  if (layer === undefined)
    throw first === undefined ? new TypeError('no layer, no issue') : new FoeprintError([first, ...others]);
  remarkIssues(call, issues);
  const form = drawingForm(options);
  const level = levelOfLayers(operands.map((operand) => operand.layer));
  if (form === undefined) return { data: undefined, level, text: writeLayer(layer), textForm: 'layer' };
  return { data: undefined, level, ...(await drawLayers(form, [layer], await reading(), options)) };
}

/** What the matrix in view says of tactics, where it matters; undefined where nothing is loaded. */
async function tacticReader(
  call: Call,
  operands: readonly LayerOperand[],
): Promise<((technique: string) => readonly string[]) | undefined> {
  const tactics = operands.flatMap(({ layer }) => layer.cells.map(({ tactic }) => tactic));
  const [first] = operands;
  if (first === undefined || tactics.every((tactic) => tactic === undefined)) return undefined;
  try {
    return tacticsInView(await call.reading(), first.layer.domain);
  } catch (error) {
    if (!(error instanceof FoeprintError)) throw error;
    // Layers can be combined without it; a warning says where it would have made a difference.
    if (error.code !== WORKBENCH_ISSUES.nothingLoaded.code) remarkIssues(call, error.issues);
    return undefined;
  }
}

/** What to combine, and how. */
interface Asked {
  readonly operands: readonly LayerOperand[];
  readonly expression: string;
  readonly missing?: string | undefined;
  readonly name?: string | undefined;
}

async function asGiven(call: Call): Promise<Asked> {
  const [expression, ...files] = call.arguments;
  if (expression === undefined || files.length === 0)
    throw new FoeprintError([issueOf(CLI_ISSUES.nothingToCombine, 'No expression or no layer is given.')]);
  const operands = (await Promise.all(files.map((given) => operandsOf(call, given)))).flat();
  return { operands, expression, name: call.options.text('name') };
}

/** `name=file`: the layer under this name; of a file with several, `name1`, `name2` … */
async function operandsOf(call: Call, given: string): Promise<readonly LayerOperand[]> {
  const [, name = '', file = ''] = /^([^=]+)=(.+)$/su.exec(given) ?? [];
  if (name === '') {
    throw new FoeprintError([
      issueOf(CLI_ISSUES.notNamed, `“${given}” does not say which name the layer has.`),
    ]);
  }
  const layers = await layersOf(call, file);
  return layers.map((layer, index) => ({
    name: layers.length === 1 ? name : `${name}${index + 1}`,
    layer,
    from: basename(file),
  }));
}

/** As the recipe of a combined layer says, from the files beside it. */
async function asBefore(call: Call, file: string): Promise<Asked> {
  const made = (await layersOf(call, file)).find(({ recipe }) => recipe?.operation === 'combine');
  if (made?.recipe === undefined)
    throw new FoeprintError([
      issueOf(CLI_ISSUES.nothingToCombine, `“${file}” has no recipe of a combination.`),
    ]);
  const told = new Map(made.recipe.parameters.map(({ name, value }) => [name, value]));
  const operands: LayerOperand[] = [];
  for (const [key, from] of told) {
    const [, name = ''] = /^layer\.(.+)\.from$/su.exec(key) ?? [];
    if (name === '' || name.includes('.recipe.')) continue;
    const layers = await layersOf(call, join(dirname(file), from));
    const layer = layers.find((each) => each.name === told.get(`layer.${name}`)) ?? layers[0];
    if (layer !== undefined) operands.push({ name, layer, from });
  }
  return {
    operands,
    expression: told.get('expression') ?? '',
    missing: told.get('missing'),
    name: call.options.text('name') ?? made.name,
  };
}

function missingPolicy(given: string | undefined): MissingPolicy {
  if (given === undefined || given === 'skip' || given === 'absent') return given ?? 'skip';
  const number = Number(given);
  if (given.trim() !== '' && Number.isFinite(number)) return number;
  throw new FoeprintError([issueOf(CLI_ISSUES.badMissing, `“${given}” is not skip, absent or a number.`)]);
}
