/** Longest line that is kept whole, in characters: more is no alert, and would fill the memory. */
const LONGEST = 16 * 1024 * 1024;

/** A line with its number from 1; undefined in place of one that is too long. */
export interface Line {
  readonly number: number;
  readonly text: string | undefined;
}

/** The lines of a stream as they come: each time all that are whole. */
export async function* linesOf(stream: AsyncIterable<unknown>): AsyncGenerator<readonly Line[]> {
  const decoder = new TextDecoder();
  let rest = '';
  let number = 0;
  let isTooLong = false;
  const line = (text: string): Line => {
    number += 1;
    const whole = isTooLong || text.length > LONGEST ? undefined : text.replace(/\r$/u, '');
    isTooLong = false;
    return { number, text: whole };
  };
  for await (const chunk of stream) {
    if (!(chunk instanceof Uint8Array)) continue;
    const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = parts.pop() ?? '';
    const lines = parts.map(line);
    if (rest.length > LONGEST) [rest, isTooLong] = ['', true];
    if (lines.length > 0) yield lines;
  }
  rest += decoder.decode();
  if (rest !== '' || isTooLong) yield [line(rest)];
}
