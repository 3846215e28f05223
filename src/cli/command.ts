import type { Document, TextOptions } from '../export/index.ts';
import type { Call } from './call.ts';

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
  readonly load: () => Promise<CommandModule>;
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

/** What a command has to say; how it reaches the reader (terminal, `--json`, `--format`, `--out`) is the same for all. */
export interface Outcome {
  /** The answer as data, for `--json`. */
  readonly data: unknown;
  /** The answer for people; made only when they are the readers. */
  readonly document?: () => Document;
  /** The answer in a format of its own (SVG, STIX …), printed as it is whatever the format asked for. */
  readonly text?: string;
  /** The answer as a binary file; needs `--out`. Wins over all other forms. */
  readonly bytes?: Uint8Array;
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
