import type { Envelope } from '../answers/index.ts';
import type { MatrixDrawingOptions, PageName } from '../draw/index.ts';
import { errorOf } from '../facts/index.ts';
import { defined } from '../text/index.ts';
import { EXPANSIONS } from '../threat/index.ts';
import type { Layers, LayersOnMatrix, UseCase } from '../workbench/index.ts';
import { FORM_ISSUES } from './issues.ts';
import { markedPng, markedText, type Form, type FormOptions } from './form.ts';

const COLORS = ['safe', 'layer'] as const;
const PAGE_NAMES = ['slide', 'a4'] as const satisfies readonly PageName[];

/** An option of forms as a command line takes it. */
interface DrawingOption {
  /** `--colors <colors>`. */
  readonly flags: string;
  readonly help: string;
  readonly choices?: readonly string[];
  readonly fallback?: string;
}

/** How layers are drawn: options of every question that is answered in them. */
export const DRAWING_OPTIONS: readonly DrawingOption[] = [
  {
    flags: '--subtechniques <which>',
    help: 'drawn: sub-techniques to show',
    choices: EXPANSIONS,
    fallback: 'annotated',
  },
  {
    flags: '--colors <colors>',
    help: 'drawn: our scale, or the layer’s own',
    choices: COLORS,
    fallback: 'safe',
  },
  {
    flags: '--only-marked',
    help: 'drawn: only marked techniques, with ids, on a page (also as PDF)',
  },
  {
    flags: '--page <size>',
    help: 'drawn with --only-marked: a slide (16:9) or A4, landscape',
    choices: PAGE_NAMES,
    fallback: 'slide',
  },
];

/** Layers as a Navigator file. */
export const LAYER_FORM: Form<Layers> = {
  name: 'layer',
  endings: ['json'],
  asks: async (useCase) => (await import('./on-matrix.ts')).inLayers(useCase),
  write: async (_, envelope) => await layersTextOf(envelope),
};

/** Layers as a Navigator file that says what they rest on, and how far it may go. */
export async function layersTextOf(envelope: Envelope<unknown, Layers>): Promise<string> {
  const { layersText, withBasis } = await import('../export/index.ts');
  return await markedText(layersText(withBasis(envelope.answer.layers, envelope)), 'layer', envelope);
}

/** Layers on the matrix of their domain: a picture shows one, an Excel file has a sheet for each. */
export const MATRIX_FORMS: readonly Form<LayersOnMatrix>[] = [
  {
    name: 'svg',
    endings: ['svg'],
    asks: asksOnMatrix,
    write: async (useCase, envelope, { options }) =>
      await markedText(await drawn(useCase, envelope.answer, options), 'svg', envelope),
  },
  {
    name: 'png',
    endings: ['png'],
    asks: asksOnMatrix,
    write: async (useCase, envelope, { options }) =>
      await markedPng(await drawn(useCase, envelope.answer, options), envelope),
  },
  {
    name: 'pdf',
    // A file that ends so is a document but where only marks are drawn.
    endings: [],
    asks: asksOnMatrix,
    write: async (useCase, envelope, { options }) => {
      const svg = await markedText(await drawn(useCase, envelope.answer, options), 'svg', envelope);
      if (svg === '') return svg;
      const title = envelope.answer.layers[0]?.name ?? '';
      const { drawingPdf } = await import('../render/pdf/index.ts');
      return await drawingPdf({ svg, title, description: title, page: pageOf(options) });
    },
  },
  {
    name: 'xlsx',
    endings: ['xlsx'],
    asks: asksOnMatrix,
    write: async (_, { answer: { layers, matrix }, markings: { level } }, { options }) => {
      if (matrix === undefined) return '';
      const { renderMatrixXlsx } = await import('../export/index.ts');
      return renderMatrixXlsx(layers, matrix, { ...drawingOptions(options), marking: level });
    },
  },
];

async function asksOnMatrix(useCase: UseCase): Promise<UseCase> {
  return (await import('./on-matrix.ts')).onMatrix(useCase);
}

/** @throws FoeprintError C706 where there are several layers */
async function drawn(
  { isFramedBySecond }: Pick<UseCase, 'isFramedBySecond'>,
  { layers, matrix }: LayersOnMatrix,
  options: FormOptions,
): Promise<string> {
  const [only, ...others] = layers;
  if (only === undefined || matrix === undefined) return '';
  if (others.length === 0 || isFramedBySecond === true) {
    const { renderMatrixSvg } = await import('../draw/index.ts');
    const frames = others.find(({ domain }) => domain === only.domain);
    return renderMatrixSvg(only, matrix, { ...drawingOptions(options), ...defined({ frames }) });
  }
  const names = layers.map(({ name }) => `“${name}”`).join(', ');
  throw errorOf(FORM_ISSUES.oneLayer, `A picture shows one layer; there are ${layers.length}: ${names}.`);
}

function pageOf(options: FormOptions): PageName {
  return options.choice('page', PAGE_NAMES) ?? 'slide';
}

function drawingOptions(options: FormOptions): MatrixDrawingOptions {
  return defined({
    subtechniques: options.choice('subtechniques', EXPANSIONS),
    colors: options.choice('colors', COLORS),
    onlyMarked: options.flag('onlyMarked'),
    page: pageOf(options),
  });
}
