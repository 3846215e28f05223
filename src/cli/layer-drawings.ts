import { markPng, markSvg, renderMatrixXlsx } from '../export/index.ts';
import { renderMatrixSvg } from '../draw/index.ts';
import type { MatrixDrawingOptions } from '../draw/index.ts';
import { FoeprintError, issueOf } from '../facts/index.ts';
import { svgToPng } from '../draw/rasterise/index.ts';
import { EXPANSIONS } from '../threat/index.ts';
import type { Layer } from '../threat/index.ts';
import { matrixInView } from '../workbench/index.ts';
import type { Reading } from '../desk/index.ts';
import type { CallOptions } from './call.ts';
import type { Outcome } from './command.ts';
import { CLI_ISSUES } from './issues.ts';

/** What layers can be drawn as. */
type DrawingForm = 'svg' | 'png' | 'xlsx';

type Drawn = Pick<Outcome, 'text' | 'textForm' | 'bytes' | 'content'>;

/**
 * Draws layers on the matrix in view; a picture shows one layer, an Excel file has a sheet for each.
 *
 * @throws FoeprintError C706 where a picture is asked of several layers, W610 where the matrix is not loaded
 */
export async function drawLayers(
  form: DrawingForm,
  layers: readonly Layer[],
  reading: Reading,
  options: CallOptions,
): Promise<Drawn> {
  return await DRAWERS[form](layers, reading, drawingOptions(options));
}

const DRAWERS: Readonly<
  Record<
    DrawingForm,
    (layers: readonly Layer[], reading: Reading, options: MatrixDrawingOptions) => Drawn | Promise<Drawn>
  >
> = {
  svg: (layers, reading, options) => ({ text: drawOne(layers, reading, options), textForm: 'svg' }),
  png: (layers, reading, options) => {
    const svg = drawOne(layers, reading, options);
    return {
      content: svg,
      bytes: async (marking) =>
        marking === undefined ? await svgToPng(svg) : markPng(await svgToPng(markSvg(svg, marking)), marking),
    };
  },
  xlsx: (layers, reading, options) => {
    const matrix = matrixInView(reading, layers[0]?.domain ?? 'enterprise-attack');
    return {
      content: [layers, matrix],
      bytes: (marking) => renderMatrixXlsx(layers, matrix, { ...options, marking }),
    };
  },
};

function drawOne(layers: readonly Layer[], reading: Reading, options: MatrixDrawingOptions): string {
  const [only, ...others] = layers;
  if (only !== undefined && others.length === 0) {
    return renderMatrixSvg(only, matrixInView(reading, only.domain), options);
  }
  const names = layers.map(({ name }) => `“${name}”`).join(', ');
  throw new FoeprintError([
    issueOf(CLI_ISSUES.oneLayer, `A picture shows one layer; there are ${layers.length}: ${names}.`),
  ]);
}

function drawingOptions(options: CallOptions): MatrixDrawingOptions {
  const subtechniques = options.choice('subtechniques', EXPANSIONS);
  const colors = options.choice('colors', ['safe', 'layer']);
  return {
    ...(subtechniques === undefined ? {} : { subtechniques }),
    ...(colors === undefined ? {} : { colors }),
  };
}
