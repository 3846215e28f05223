import type * as z from 'zod/mini';
import type { Document, TextOptions } from '../render/index.ts';
import type { TextForm } from '../export/index.ts';
import type { FoeprintError, MarkingLevel } from '../facts/index.ts';
import type { Reading } from '../desk/index.ts';
import type { Call } from './call.ts';
import type { OpenCall } from './open-call.ts';

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
  /** Endings of files that it can answer as, beside those of documents; a use case says its own. */
  readonly endings?: readonly string[];
  /** The option by which a form is asked for, as the parser names it; `as` where there is none of its own. */
  readonly formOption?: string;
  /** What it is given and what it answers, where no row of the use cases says so. */
  readonly schemas?: { readonly question: z.ZodMiniType; readonly answer: z.ZodMiniType };
  readonly load: () => Promise<CommandModule | AnsweringModule>;
}

export interface ArgumentDeclaration {
  /** Commander syntax: `<file>`, `[source]`, `<group...>`. */
  readonly syntax: string;
  readonly says: string;
}

export interface OptionDeclaration {
  /** Commander syntax: `-k, --keyword <word>`. */
  readonly flags: string;
  readonly says: string;
  /** May be given several times; the values are collected. */
  readonly many?: boolean;
  /** How the value is read; default text. */
  readonly value?: 'integer' | 'number';
  /** Values allowed, where they are few. */
  readonly choices?: readonly string[];
  /** Shown in help; applied by the command. */
  readonly fallback?: string;
}

export interface Example {
  /** Without the leading `foeprint`. */
  readonly line: string;
  readonly says: string;
}

export interface CommandModule {
  readonly run: (call: Call) => Outcome | Promise<Outcome>;
}

/** A command that asks a use case: it gives its answer itself. */
export interface AnsweringModule {
  readonly answer: (opened: OpenCall) => Promise<ExitCode>;
  /** How far a refusal may go, e.g. `TLP:AMBER`; undefined where it bears no marking. */
  readonly refusalLevel: (opened: OpenCall, refused: FoeprintError) => Promise<string | undefined>;
}

/** What a command has to say; how it reaches the reader (terminal, `--json`, `--format`, `--out`) is the same for all. */
export interface Outcome {
  /** The answer as data, for `--json`. */
  readonly data: unknown;
  /** The knowledge that the answer is given from: its sources and notices are added to the data. */
  readonly reading?: Reading;
  /** What the answer says, where the data have more than that, such as a list of all sources, or are none. Default: the data. */
  readonly content?: unknown;
  /** The answer for people; made only when they are the readers. */
  readonly document?: () => Document;
  /** The answer in a format of its own (SVG, STIX …), printed whatever the format asked for. */
  readonly text?: string;
  /** What format the text has, and so how it says how far it may go; default words, with a line at their head. */
  readonly textForm?: TextForm;
  /** The answer as a binary file that says how far it may go, e.g. `TLP:AMBER`; needs `--out`. Wins over all other forms. */
  readonly bytes?: (marking: string | undefined) => Uint8Array | Promise<Uint8Array>;
  /** True where the data are what a source told, to be given as they are. */
  readonly isAsTold?: boolean;
  /** Said beside the answer. */
  readonly remarks?: readonly string[];
  /** Writes what goes beside the answer, once it is known how far that may go; says so to the call that was made. */
  readonly writeBeside?: (marking: string | undefined, call: Call) => Promise<void>;
  /** How far it may go at most for what it was made from beside the knowledge: a marked layer, what was just said. */
  readonly level?: MarkingLevel | undefined;
  /** How the answer reads on a terminal or in a text file, where that is not how its document does. */
  readonly plainText?: (options: TextOptions) => string;
  /** Default {@link EXIT.ok}. */
  readonly exitCode?: ExitCode;
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
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
