import { createInterface } from 'node:readline';

/** Somebody who can be asked. */
export interface Prompter {
  /** The line typed in answer; undefined where there is nobody any more (end of input, Ctrl-C). */
  readonly ask: (question: string) => Promise<string | undefined>;
  readonly close: () => void;
}

/**
 * Asks on a terminal, line by line. Lines that come before they are asked for are kept: a paste answers several questions.
 * (`question` of node:readline loses them, and never ends where the input does.)
 */
export function openPrompter(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Prompter {
  const lines: string[] = [];
  let isOver = false;
  let waiting: ((line: string | undefined) => void) | undefined;
  const reader = createInterface({ input, output });
  const answer = (line: string | undefined): void => {
    waiting?.(line);
    waiting = undefined;
  };
  reader.on('line', (line) => {
    if (waiting === undefined) lines.push(line);
    else answer(line);
  });
  reader.on('close', () => {
    isOver = true;
    // What is said next must not stand behind the question.
    if (waiting !== undefined) output.write('\n');
    answer(undefined);
  });
  return {
    ask: (question) => {
      if (isOver && lines.length === 0) return Promise.resolve(undefined);
      if (!isOver) {
        reader.setPrompt(question);
        reader.prompt();
      }
      const line = lines.shift();
      if (line !== undefined) return Promise.resolve(line);
      return new Promise((resolve) => (waiting = resolve));
    },
    close: () => reader.close(),
  };
}
