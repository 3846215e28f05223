import { extname } from 'node:path';
import type { Envelope } from '../../answers/index.ts';
import { markPng, markSvg, markText, type TextForm } from '../../export/index.ts';
import { tableCsv, tablesXlsx, type DataTable } from '../../render/index.ts';
import type { UseCase } from '../../workbench/index.ts';
import type { CallOptions } from '../call.ts';
import { optionName } from './parameters.ts';

/** A form of an answer that is no document: what it is called, and the file it comes to. */
export interface Form {
  /** As `--as` names it; also the ending of its files unless `endings` says otherwise. */
  readonly name: string;
  readonly endings: readonly string[];
  readonly write: (
    useCase: UseCase,
    envelope: Envelope,
  ) => string | Uint8Array | Promise<string | Uint8Array>;
}

/** The forms that an answer has beside those that all have. */
export function formsOf(useCase: UseCase): readonly Form[] {
  return [
    ...(useCase.tables === undefined ? [] : TABLE_FORMS),
    ...(useCase.drawing === undefined ? [] : DRAWING_FORMS),
    ...(useCase.texts ?? []).map((text): Form => ({
      name: text.name,
      endings: text.endings,
      write: (_, envelope) => marked(text.write(envelope.answer, envelope), text.form, envelope),
    })),
  ];
}

/** The option that asks for a form of an answer. */
export function formOptionOf({ formOption }: Pick<UseCase, 'formOption'>): {
  readonly spelling: string;
  readonly label: string;
} {
  return formOption ?? { spelling: '--as <form>', label: 'in this form; also by the ending of --out' };
}

/** The form that is asked for by name, or by the ending of `--out`; undefined where a document is meant. */
export function formAsked(useCase: UseCase, options: CallOptions): Form | undefined {
  if (options.flag('json')) return undefined;
  const forms = formsOf(useCase);
  const option = optionName(formOptionOf(useCase).spelling);
  if (options.flag(option)) return forms[0];
  const named = options.text(option);
  if (named !== undefined) return forms.find(({ name }) => name === named);
  if (options.text('format') !== undefined) return undefined;
  const ending = extname(options.text('out') ?? '')
    .slice(1)
    .toLowerCase();
  return ending === ''
    ? forms.find(({ name }) => name === useCase.printedAs)
    : forms.find(({ endings }) => endings.includes(ending));
}

const TABLE_FORMS: readonly Form[] = [
  {
    name: 'csv',
    endings: ['csv'],
    write: (useCase, envelope) => firstTable(tablesOf(useCase, envelope), envelope),
  },
  {
    name: 'xlsx',
    endings: ['xlsx'],
    write: (useCase, envelope) => tablesXlsx(tablesOf(useCase, envelope), envelope.markings.level),
  },
];

function tablesOf(useCase: UseCase, envelope: Envelope): readonly DataTable[] {
  return useCase.tables?.(envelope.answer, envelope) ?? [];
}

function firstTable([first]: readonly DataTable[], envelope: Envelope): string {
  return first === undefined ? '' : marked(tableCsv(first), 'csv', envelope);
}

const DRAWING_FORMS: readonly Form[] = [
  {
    name: 'svg',
    endings: ['svg'],
    write: (useCase, envelope) => marked(useCase.drawing?.(envelope.answer, envelope) ?? '', 'svg', envelope),
  },
  {
    name: 'png',
    endings: ['png'],
    write: async (useCase, envelope) => {
      // Loaded when wanted: no other form needs to paint.
      const { svgToPng } = await import('../../draw/rasterise/index.ts');
      const svg = useCase.drawing?.(envelope.answer, envelope) ?? '';
      const { level } = envelope.markings;
      return level === undefined ? await svgToPng(svg) : markPng(await svgToPng(markSvg(svg, level)), level);
    },
  },
];

function marked(text: string, form: TextForm, { markings: { level } }: Envelope): string {
  return level === undefined || text === '' ? text : markText(text, form, level);
}
