import { createColors } from 'picocolors';
import { neutralise } from '../../text/index.ts';
import { openPrompter, type Prompter } from '../organisation/prompter.ts';
import { openScreen, type Screen } from './screen.ts';

/** Where a command answers. Text from outside passes through here last: control characters cannot reach the terminal. */
export interface Terminal {
  /** Columns to wrap at. */
  readonly width: number;
  /** Styles for standard output; plain where it is not a terminal. */
  readonly colors: ReturnType<typeof createColors>;
  /** Standard output is a terminal. */
  readonly isInteractive: boolean;
  /** The answer, to standard output. */
  readonly answer: (text: string) => void;
  /** An answer that is no text, to standard output as it is. */
  readonly answerBytes: (bytes: Uint8Array) => void;
  /** Remarks for people, to standard error; silent with `--quiet`. */
  readonly remark: (text: string) => void;
  /** Faults, to standard error, always. */
  readonly complain: (text: string) => void;
  /** Progress on one line that is written over; only on a terminal and without `--quiet`. */
  readonly progress: (text: string) => void;
  /** Notes something that stays, whatever comes after; see {@link allKept}. */
  readonly kept: (what: string) => void;
  /** All that was noted so, for whoever stops before the end. */
  readonly allKept: () => readonly string[];
  /** Opens a way to ask; absent where nobody can answer: standard input or standard error is no terminal. */
  readonly openPrompter?: () => Prompter;
  /** Opens the terminal for drawing, and for keys one by one; absent likewise. */
  readonly openScreen?: () => Screen;
}

const DEFAULT_WIDTH = 100;

/** The process's own terminal. Colour: only on a terminal, `NO_COLOR` and `--no-color` turn it off. */
export function processTerminal(
  options: { readonly color?: boolean; readonly quiet?: boolean } = {},
): Terminal {
  // Undefined where it is none; picocolors takes that for "decide yourself", and CI=true for colour.
  const output: { readonly isTTY?: boolean } = process.stdout;
  const isInteractive = output.isTTY === true;
  const hasColor = options.color !== false && isInteractive && !process.env['NO_COLOR'];
  const showsProgress = process.stderr.isTTY && options.quiet !== true;
  const kept = new Set<string>();
  let progressShown = false;
  const clear = (): void => {
    if (progressShown) process.stderr.write('\r\u001B[2K');
    progressShown = false;
  };
  const say = (stream: NodeJS.WriteStream, text: string): void => {
    clear();
    stream.write(text.endsWith('\n') ? text : `${text}\n`);
  };
  return {
    // Some pseudo-terminals say 0.
    width: process.stdout.columns || DEFAULT_WIDTH,
    colors: createColors(hasColor),
    isInteractive,
    answer: (text) => say(process.stdout, text),
    answerBytes: (bytes) => void process.stdout.write(bytes),
    remark: (text) => {
      if (options.quiet !== true) say(process.stderr, neutralise(text));
    },
    complain: (text) => say(process.stderr, neutralise(text)),
    progress: (text) => {
      if (!showsProgress) return;
      clear();
      process.stderr.write(neutralise(text).slice(0, (process.stderr.columns || DEFAULT_WIDTH) - 1));
      progressShown = text !== '';
    },
    kept: (what) => void kept.add(what),
    allKept: () => [...kept],
    // Questions go where remarks go, so that the answer of a command can still be redirected.
    ...(process.stdin.isTTY && process.stderr.isTTY
      ? {
          openPrompter: () => openPrompter(process.stdin, process.stderr),
          openScreen: () => openScreen(process.stdin, process.stderr),
        }
      : {}),
  };
}
