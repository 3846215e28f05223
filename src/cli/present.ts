import { extname } from 'node:path';
import { FoeprintError, issueOf } from '../facts/index.ts';
import { documentHtml, documentMarkdown, documentText } from '../export/index.ts';
import type { Document, Style } from '../export/index.ts';
import { outFile, STANDARD_OUTPUT, writeAnswer } from './answer-file.ts';
import type { Call } from './call.ts';
import type { Outcome } from './command.ts';
import { harmlessText, jsonText } from './harmless-text.ts';
import { CLI_ISSUES } from './issues.ts';
import type { Terminal } from './terminal.ts';

const FORMATS = ['text', 'markdown', 'html', 'pdf', 'json'] as const;
type Format = (typeof FORMATS)[number];

const FORMAT_OF_ENDING: Readonly<Record<string, Format>> = {
  '.json': 'json',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.pdf': 'pdf',
};

/** Gives an outcome to its reader: in the format asked for, on standard output or in a file. */
export async function present(outcome: Outcome, call: Call): Promise<void> {
  const out = outFile(call.options);
  const content =
    outcome.bytes ?? (await render(outcome, formatOf(call, out), call.terminal, out !== undefined));
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
  throw new FoeprintError([issueOf(CLI_ISSUES.needsFile, 'This answer is a binary file.')]);
}

function formatOf({ options }: Call, out: string | undefined): Format {
  if (options.flag('json')) return 'json';
  return options.choice('format', FORMATS) ?? FORMAT_OF_ENDING[extname(out ?? '').toLowerCase()] ?? 'text';
}

async function render(
  outcome: Outcome,
  format: Format,
  terminal: Terminal,
  isFile: boolean,
): Promise<string | Uint8Array> {
  const { text, data, document, plainText } = outcome;
  if (text !== undefined) return harmlessText(text);
  if (format === 'json' || document === undefined) return jsonText(data);
  if (format !== 'text') return await FORMS[format](document());
  const options = isFile ? {} : { width: terminal.width, style: styleOf(terminal) };
  return plainText === undefined ? documentText(document(), options) : plainText(options);
}

const FORMS: Readonly<
  Record<'markdown' | 'html' | 'pdf', (document: Document) => string | Promise<Uint8Array>>
> = {
  markdown: (document) => documentMarkdown(document),
  html: (document) => documentHtml(document),
  // Loaded when wanted: no other form needs to lay out pages.
  pdf: async (document) => await (await import('../typeset/index.ts')).documentPdf(document),
};

function styleOf({ colors }: Terminal): Style {
  return {
    heading: (text) => colors.bold(colors.cyan(text)),
    strong: colors.bold,
    emphasis: colors.italic,
    code: colors.yellow,
    link: colors.underline,
    quote: colors.italic,
    muted: colors.dim,
    told: colors.green,
    derived: colors.blue,
    rule: colors.magenta,
    warning: colors.yellow,
  };
}
