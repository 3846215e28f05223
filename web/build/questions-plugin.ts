import type { Plugin } from 'vite';
import { PARAMETERS } from '../../src/answers/index.ts';
import { formNames } from '../../src/server/answering/answer-in.ts';
import { USE_CASES, type UseCaseName } from '../../src/workbench/index.ts';

const NAME = 'virtual:questions';

/** How one question is written on a command line: its command, and the spelling of every field. */
export interface WrittenQuestion {
  readonly command: string;
  readonly fields: Readonly<Record<string, string>>;
  /** Names of the forms in which the server answers it. */
  readonly forms: readonly string[];
}

/**
 * Gives the application, as `virtual:questions`, how each question is written on a command line. It is made from the table of use
 * cases while building, so that there is no second list of questions, and so that no schema has to be sent to a browser.
 */
export function questionsPlugin(): Plugin {
  return {
    name: 'foeprint-questions',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
    load: async (id) =>
      id === `\0${NAME}` ? `export const QUESTIONS = ${JSON.stringify(await writtenQuestions())};` : null,
  };
}

/** Of every use case, by its name. */
export async function writtenQuestions(): Promise<Readonly<Record<string, WrittenQuestion>>> {
  const names = Object.keys(USE_CASES) as UseCaseName[];
  const rows = await Promise.all(names.map(async (name) => [name, await USE_CASES[name]()] as const));
  return Object.fromEntries(
    rows.map(([name, row]) => [
      name,
      { command: row.name, fields: spellings(row.question), forms: formNames(row) },
    ]),
  );
}

function spellings(question: object): WrittenQuestion['fields'] {
  return spellingsOf('shape' in question ? (question.shape as Readonly<Record<string, object>>) : {});
}

/** How each of some fields is written on a command line. */
export function spellingsOf(fields: Readonly<Record<string, object>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([field, schema]) => {
      const parameter = PARAMETERS.get(schema as never);
      return parameter === undefined ? [] : [[field, parameter.spelling]];
    }),
  );
}
