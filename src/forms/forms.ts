import { hasReasons, slimEnvelope } from '../answers/index.ts';
import { tablesOf, type UseCase } from '../workbench/index.ts';
import { LINES, SLIM, TABLE_FORMATS } from './formats.ts';
import { TABLE_FILES } from './table-files.ts';
import { markedPng, markedText, type Form } from './form.ts';
import { jsonText } from './harmless-text.ts';
import { LAYER_FORM, MATRIX_FORMS } from './matrix-forms.ts';

/** The forms that an answer has beside those that all have. */
export function formsOf(useCase: UseCase): readonly Form[] {
  const forms = [
    ...(useCase.tables === undefined ? [] : TABLE_FORMS),
    ...(useCase.drawing === undefined ? [] : DRAWING_FORMS),
    ...(useCase.derived === undefined ? [] : [STIX_FORM]),
    ...(useCase.texts ?? []).map((text): Form => ({
      name: text.name,
      endings: text.endings,
      write: (_, envelope) => markedText(text.write(envelope.answer, envelope), text.form, envelope),
    })),
    ...(useCase.layers === undefined ? [] : layerForms(useCase)),
    ...(useCase.hasNoTables === true ? [] : TABLE_FORMS),
    ...(useCase.rows === undefined ? [] : [LINES_FORM]),
    ...(hasReasons(useCase.answer) ? [SLIM_FORM] : []),
  ];
  return forms.filter((form, index) => index === forms.findIndex(({ name }) => name === form.name));
}

/** A JSON file is a layer where the answer is nothing else, or its row says so; tables and drawings of an answer's own come before matrices. */
function layerForms({ printedAs, isLayerInJson }: UseCase): readonly Form[] {
  const isLayer = isLayerInJson === true || printedAs !== undefined;
  return [isLayer ? LAYER_FORM : { ...LAYER_FORM, endings: [] }, ...MATRIX_FORMS];
}

/** The option that asks for a form of an answer. */
export function formOptionOf({ formOption }: Pick<UseCase, 'formOption'>): {
  readonly spelling: string;
  readonly label: string;
} {
  return formOption ?? { spelling: '--as <form>', label: 'in this form; also by the ending of --out' };
}

/** A list as NDJSON: each of it a line. */
const LINES_FORM: Form = {
  name: LINES,
  endings: [LINES, 'jsonl'],
  write: async (useCase, envelope) => {
    const lines = useCase.rows?.(envelope.answer).map((row) => `${JSON.stringify(row)}\n`) ?? [];
    return await markedText(lines.join(''), 'json-lines', envelope);
  },
};

/** JSON without reasons, in full: there is room for all of it. */
const SLIM_FORM: Form = {
  name: SLIM,
  endings: [],
  write: (useCase, envelope) => jsonText(slimEnvelope(useCase.answer, envelope), 0),
};

/** Forms that `--format` can ask for, too. */
export const OF_FORMAT: ReadonlySet<string> = new Set([...TABLE_FORMATS, LINES, SLIM]);

const TABLE_FORMS: readonly Form[] = TABLE_FORMATS.map((name) => ({
  name,
  endings: [name],
  write: async (useCase, envelope, { remark }) => {
    const tables = tablesOf(useCase, envelope);
    if (tables.length > 0 || !useCase.isEmpty(envelope.answer))
      return await TABLE_FILES[name]({
        tables,
        level: envelope.markings.level,
        notices: envelope.notices,
        remark,
      });
    remark('The answer is empty: nothing was written.');
    return '';
  },
}));

/** What rules derive as a STIX bundle: its objects bear their own markings. */
const STIX_FORM: Form = {
  name: 'stix',
  endings: ['json'],
  write: async (useCase, { answer }) => {
    const derived = useCase.derived?.(answer);
    const { derivedBundle } = await import('../export/index.ts');
    return derived === undefined ? '' : derivedBundle({ ...derived, include: derived.markingDefinitions });
  },
};

const DRAWING_FORMS: readonly Form[] = [
  {
    name: 'svg',
    endings: ['svg'],
    write: (useCase, envelope) =>
      markedText(useCase.drawing?.(envelope.answer, envelope) ?? '', 'svg', envelope),
  },
  {
    name: 'png',
    endings: ['png'],
    write: async (useCase, envelope) =>
      await markedPng(useCase.drawing?.(envelope.answer, envelope) ?? '', envelope),
  },
];
