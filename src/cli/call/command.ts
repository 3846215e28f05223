import type * as z from 'zod/mini';
import type { Example } from '../../workbench/index.ts';
import type { Call, CallOptions } from './call.ts';

/** One command as data: help, docs, tests and the parser all read it; the code behind it is loaded when it runs. */
export interface CommandDeclaration {
  readonly name: string;
  /** One line, as `foeprint --help` lists it. */
  readonly summary: string;
  /** What a reader must know beyond the summary, plain sentences. */
  readonly details?: string;
  readonly arguments: readonly ArgumentDeclaration[];
  readonly options: readonly OptionDeclaration[];
  /** At least one; shown in `--help` and in the reference. */
  readonly examples: readonly Example[];
  /** Endings of files that it can answer as, beside those of documents. */
  readonly endings?: readonly string[];
  /** The same of answers that are given in place of documents, where the options ask for such. */
  readonly otherEndings?: (options: CallOptions) => readonly string[] | undefined;
  /** Names of the forms that it can answer in, beside documents. */
  readonly forms?: readonly string[];
  /** Whether `--out` may name a folder, for an answer of several files. */
  readonly hasFiles?: boolean;
  /** Options that name files which are written beside the answer, as the parser names them. */
  readonly beside?: readonly string[];
  /** The option by which a form is asked for, as the parser names it; `as` where there is none of its own. */
  readonly formOption?: string;
  /** What it is given and what it answers, where no row of the use cases says so. */
  readonly schemas?: { readonly question: z.ZodMiniType; readonly answer: z.ZodMiniType };
  /** Whether it goes on answering until it is ended, each time from what is known then; others answer once, from one state. */
  readonly stays?: true;
  /** Gives its answer itself; loads the code behind it. */
  readonly answer: (call: Call) => Promise<ExitCode>;
}

export interface ArgumentDeclaration {
  /** Commander syntax: `<file>`, `[source]`, `<group...>`. */
  readonly syntax: string;
  readonly help: string;
}

export interface OptionDeclaration {
  /** Commander syntax: `-k, --keyword <word>`. */
  readonly flags: string;
  readonly help: string;
  /** May be given several times; the values are collected. */
  readonly many?: boolean;
  /** How the value is read; default text. */
  readonly value?: 'integer' | 'number';
  /** Values allowed, where they are few. */
  readonly choices?: readonly string[];
  /** Shown in help; applied by the command. */
  readonly fallback?: string;
}

/** Exit codes that scripts can rely on. */
export const EXIT = {
  /** Done, with an answer. */
  ok: 0,
  /** Done, and the answer is empty or no. */
  nothing: 1,
  /** The command line, a setting or a name in it is wrong. */
  usage: 2,
  /** The input was refused; what was stored is as it was. */
  input: 3,
  /** A source could not be reached. */
  unreachable: 4,
  /** A fault of Foeprint's own. */
  fault: 70,
  /** Stopped from outside (Ctrl-C), as shells have it. */
  stopped: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
