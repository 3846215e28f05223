import { basename } from 'node:path';
import { combineLayers } from '../../analysis/index.ts';
import type { LayerOperand, MissingPolicy } from '../../analysis/index.ts';
import { writeLayer } from '../../export/index.ts';
import { FoeprintError, issueOf } from '../../facts/index.ts';
import type { Call } from '../call.ts';
import type { Outcome } from '../command.ts';
import { CLI_ISSUES } from '../issues.ts';
import { drawLayers, drawingForm } from '../layer-drawings.ts';
import { layersOf } from '../layer-files.ts';
import { remarkIssues } from '../remark-issues.ts';

export async function run(call: Call): Promise<Outcome> {
  const {
    arguments: [expression = '', ...files],
    options,
    reading,
  } = call;
  const operands = (await Promise.all(files.map((given) => operandsOf(call, given)))).flat();
  const name = options.text('name');
  const { layer, issues } = combineLayers(operands, expression, {
    missing: missingPolicy(options.text('missing')),
    ...(name === undefined ? {} : { name }),
  });
  const [first, ...others] = issues;
  if (layer === undefined)
    throw first === undefined ? new TypeError('no layer, no issue') : new FoeprintError([first, ...others]);
  remarkIssues(call, issues);
  const form = drawingForm(options);
  if (form !== undefined)
    return { data: undefined, ...(await drawLayers(form, [layer], await reading(), options)) };
  return { data: undefined, text: writeLayer(layer) };
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

function missingPolicy(given: string | undefined): MissingPolicy {
  if (given === undefined || given === 'skip' || given === 'absent') return given ?? 'skip';
  const number = Number(given);
  if (given.trim() !== '' && Number.isFinite(number)) return number;
  throw new FoeprintError([issueOf(CLI_ISSUES.badMissing, `“${given}” is not skip, absent or a number.`)]);
}
