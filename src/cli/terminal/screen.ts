import { createInterface, emitKeypressEvents } from 'node:readline';
import type { ReadStream, WriteStream } from 'node:tty';
import { lazily } from '../../text/index.ts';

/** A terminal that is drawn as a whole, and whose keys are read one by one. */
export interface Screen {
  /** Draws lines in place of what was drawn before; nothing in them may steer the terminal but colours. */
  readonly draw: (lines: readonly string[]) => void;
  /** The next key: a character, or the name of one that has none, e.g. `left`; undefined where nobody is there any more (Ctrl-C, Ctrl-D, end of input). */
  readonly key: () => Promise<string | undefined>;
  /** A line typed in answer; undefined likewise. */
  readonly line: (question: string) => Promise<string | undefined>;
  readonly columns: () => number;
  readonly rows: () => number;
  readonly close: () => void;
}

const ANSI = { top: '\u001B[H\u001B[2J\u001B[3J' };

const ENDS: ReadonlySet<string | undefined> = new Set(['\u0003', '\u0004']);

/** Opens a terminal for drawing; it is as it was after it is closed. */
export function openScreen(input: ReadStream, output: WriteStream): Screen {
  const waiting: ((key: string | undefined) => void)[] = [];
  const typed: (string | undefined)[] = [];
  const take = (key: string | undefined): void => {
    const next = waiting.shift();
    if (next === undefined) typed.push(key);
    else next(key);
  };
  const onKey = (
    text: string | undefined,
    key: { readonly name?: string; readonly sequence?: string },
  ): void => {
    const { name, sequence } = key;
    take(ENDS.has(sequence) ? undefined : text !== undefined && /^[ -~]$/u.test(text) ? text : name);
  };
  const onEnd = (): void => take(undefined);
  const listen = (): void => {
    input.setRawMode(true);
    input.on('keypress', onKey).on('end', onEnd).resume();
  };
  const deafen = (): void => {
    input.removeListener('keypress', onKey).removeListener('end', onEnd);
    input.setRawMode(false);
    input.pause();
  };
  lazily(() => emitKeypressEvents(input))();
  listen();
  return {
    draw: (lines) => void output.write(`${ANSI.top}${lines.join('\n')}\n`),
    key: async () =>
      typed.length > 0 ? typed.shift() : await new Promise((resolve) => waiting.push(resolve)),
    line: async (question) => {
      deafen();
      const reader = createInterface({ input, output });
      try {
        return await new Promise((resolve) => {
          reader.once('close', () => resolve(undefined)).question(question, resolve);
        });
      } finally {
        reader.close();
        listen();
      }
    },
    columns: () => output.columns || 100,
    rows: () => output.rows || 30,
    close: deafen,
  };
}
