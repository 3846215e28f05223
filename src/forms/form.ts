import type { Envelope } from '../answers/index.ts';
import type { TextForm } from '../export/index.ts';
import type { UseCase } from '../workbench/index.ts';

/** A form of an answer that is no document: what it is called, and the file it comes to. */
export interface Form<Answer = unknown> {
  /** As `--as` names it. */
  readonly name: string;
  readonly endings: readonly string[];
  /** What is asked in place of the use case itself. */
  readonly asks?: (useCase: UseCase) => Promise<UseCase>;
  write(
    useCase: UseCase,
    envelope: Envelope<unknown, Answer>,
    how: HowWritten,
  ): string | Uint8Array | Promise<string | Uint8Array>;
}

/** What else is said of how a form is to be written. */
export interface HowWritten {
  readonly options: FormOptions;
  /** Is called with what its reader is to know beside it. */
  readonly remark: (text: string) => void;
}

/** Options of forms, by camel-case name. */
export interface FormOptions {
  readonly flag: (name: string) => boolean;
  readonly choice: <Choice extends string>(name: string, choices: readonly Choice[]) => Choice | undefined;
}

/** A text that says how far it may go. */
export async function markedText(
  text: string,
  form: TextForm,
  { markings: { level } }: Pick<Envelope, 'markings'>,
): Promise<string> {
  if (level === undefined || text === '') return text;
  const { markText } = await import('../export/index.ts');
  return markText(text, form, level);
}

/** A drawing as a picture that says how far it may go. */
export async function markedPng(
  svg: string,
  { markings: { level } }: Envelope,
): Promise<Uint8Array | string> {
  if (svg === '') return svg;
  // Loaded when wanted: no other form needs to paint.
  const { svgToPng } = await import('../draw/rasterise/index.ts');
  if (level === undefined) return await svgToPng(svg);
  const { markPng, markSvg } = await import('../export/index.ts');
  return markPng(await svgToPng(markSvg(svg, level)), level);
}
