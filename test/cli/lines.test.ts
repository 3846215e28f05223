import { describe, expect, test } from 'vitest';
import { USE_CASES, type UseCase } from '../../src/workbench/index.ts';
import { QUESTIONS } from '../contract/use-cases/questions.ts';
import { contractHome } from '../contract/use-cases/home.ts';

/*
 * Lists line by line: each line is one of what `--json` has in its answer, and an answer that is no list refuses it.
 */

const home = contractHome();
const ROWS: readonly (readonly [string, UseCase])[] = await Promise.all(
  Object.entries<() => Promise<UseCase>>(USE_CASES).map(
    async ([name, load]) => [name, await load()] as const,
  ),
);

describe.for(ROWS)('%s', ([key, row]) => {
  const words = Object.entries(QUESTIONS).find(([name]) => name === key)?.[1][0]?.words ?? [];

  test('writes each of its list on a line, or refuses to', async () => {
    const asked = [...row.name.split(' '), ...words];
    const { out, err, exitCode } = await home.run(...asked, '--format', 'ndjson');
    if (row.rows === undefined) {
      expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
      expect(err).toMatch(/^C776/u);
      return;
    }
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    const whole = JSON.parse((await home.run(...asked, '--json')).out) as {
      readonly answer: Readonly<Record<string, unknown>>;
      readonly markings: { readonly level?: string };
    };
    const shown = Object.values(whole.answer).filter((value) => Array.isArray(value));
    expect(exitCode).toBe(0);
    expect(lines.length).toBeGreaterThan(0);
    const { level } = whole.markings;
    const marked = (each: unknown): unknown =>
      level === undefined || typeof each !== 'object' ? each : { ...each, marking: level };
    // Asked for all that there is, as tables are: at least what a document shows, in its order.
    const isAnswered = shown.some(
      (list) =>
        list.length > 0 &&
        list.every((each, at) => JSON.stringify(lines[at]) === JSON.stringify(marked(each))),
    );
    expect(isAnswered).toBe(true);
  });
});
