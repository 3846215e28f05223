import type { Plugin } from 'vite';
import { RELATIONS } from '../../src/threat/index.ts';

const NAME = 'virtual:relations';

/** Gives the application, as `virtual:relations`, the sentence of every relation that sources report, by its name. */
export function relationsPlugin(): Plugin {
  return {
    name: 'foeprint-relations',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
    load: (id) => (id === `\0${NAME}` ? `export const RELATIONS = ${JSON.stringify(sentences())};` : null),
  };
}

/** `{0} uses {1}` by `uses`. */
export function sentences(): Readonly<Record<string, string>> {
  return Object.fromEntries(RELATIONS.map(({ name, template }) => [name, template]));
}
