import type { Plugin } from 'vite';
import { ACTIONS, type Action, type ActionName } from '../../src/actions/index.ts';
import { spellingsOf } from './questions-plugin.ts';

const NAME = 'virtual:actions';

/** How one action is written on a command line, and whose it is. */
export interface WrittenAction {
  readonly command: string;
  readonly fields: Readonly<Record<string, string>>;
  /** Whoever may do it at least. */
  readonly role: Action['role'];
}

/** Gives the application, as `virtual:actions`, what it has to know of each row of the table of actions to offer it. */
export function actionsPlugin(): Plugin {
  return {
    name: 'foeprint-actions',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
    load: async (id) =>
      id === `\0${NAME}` ? `export const ACTIONS = ${JSON.stringify(await writtenActions())};` : null,
  };
}

/** Of every action, by its name. */
export async function writtenActions(): Promise<Readonly<Record<ActionName, WrittenAction>>> {
  const rows: Readonly<Record<string, () => Promise<Action>>> = ACTIONS;
  const written = await Promise.all(
    Object.entries(rows).map(async ([name, load]) => {
      const { name: command, given, role } = await load();
      return [name, { command, fields: spellingsOf(given), role }] as const;
    }),
  );
  return Object.fromEntries(written) as Record<ActionName, WrittenAction>;
}
