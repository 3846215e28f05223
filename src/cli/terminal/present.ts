import { errorOf } from '../../facts/index.ts';
import {
  DOCUMENT_ENDINGS,
  DOCUMENT_FORMATS,
  DOCUMENT_FORMS,
  endingOf,
  jsonText,
  TABLE_FORMATS,
  type DocumentFormat,
} from '../../forms/index.ts';
import { documentText } from '../../render/index.ts';
import type { Document, Style, TextOptions } from '../../render/index.ts';
import { outFile, STANDARD_OUTPUT, writeAnswer } from '../files/answer-file.ts';
import type { Call } from '../call/call.ts';
import { CLI_ISSUES } from '../issues.ts';
import type { Terminal } from './terminal.ts';

const FORMAT_OF_ENDING: ReadonlyMap<string, DocumentFormat> = new Map([
  ...Object.entries(DOCUMENT_ENDINGS),
  ...TABLE_FORMATS.map((format) => [format, format] as const),
]);

/** Puts an answer where it was asked for: in a file, or on standard output. Nothing comes of an empty one. */
export async function give(content: string | Uint8Array, call: Call): Promise<void> {
  const out = outFile(call.options);
  if (content === '') return;
  if (out !== undefined) {
    await writeAnswer(out, content);
    call.terminal.remark(`Written to ${out}`);
  } else if (
    typeof content !== 'string' &&
    call.options.text('out') === STANDARD_OUTPUT &&
    !call.terminal.isInteractive
  )
    call.terminal.answerBytes(content);
  else call.terminal.answer(asText(content));
}

/** @throws FoeprintError C703 for a binary file */
function asText(content: string | Uint8Array): string {
  if (typeof content === 'string') return content;
  throw errorOf(CLI_ISSUES.needsFile, 'This answer is a binary file.');
}

function formatOf({ options }: Call, out: string | undefined): DocumentFormat {
  if (options.flag('json')) return 'json';
  return options.choice('format', DOCUMENT_FORMATS) ?? FORMAT_OF_ENDING.get(endingOf(out)) ?? 'text';
}

/** What an answer is made into; only what is asked for is made. */
export interface Answering {
  readonly data: () => unknown;
  readonly document: () => Document;
  /** How it reads on a terminal or in a text file, where that is not how its document does. */
  readonly plainText?: (options: TextOptions) => string | undefined;
}

/** An answer in the format that the options or the ending of the file ask for. */
export async function renderDocument(
  call: Call,
  { data, document, plainText }: Answering,
): Promise<string | Uint8Array> {
  const out = outFile(call.options);
  const format = formatOf(call, out);
  if (format === 'json') return jsonText(data());
  if (format !== 'text') return await DOCUMENT_FORMS[format](document(), call.terminal.remark);
  if (out !== undefined) return plainText?.({}) ?? documentText(document());
  // Copyright stands in every file, what is redirected included, and in `foeprint about`; on a terminal it would stand under every answer.
  const { terminal } = call;
  const options = { width: terminal.width, style: styleOf(terminal), hasNotices: !terminal.isInteractive };
  return plainText?.(options) ?? documentText(document(), options);
}

function styleOf({ colors }: Terminal): Style {
  return {
    heading: (text) => colors.bold(colors.cyan(text)),
    strong: colors.bold,
    emphasis: colors.italic,
    code: colors.yellow,
    link: colors.underline,
    quote: colors.italic,
    muted: colors.dim,
    reported: colors.green,
    derived: colors.blue,
    rule: colors.magenta,
    warning: colors.yellow,
  };
}
