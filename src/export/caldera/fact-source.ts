import type { EmulateAnswer } from '../../answers/index.ts';
import { deterministicUuid } from '../../facts/index.ts';
import { compareText, yamlText, type YamlValue } from '../../text/index.ts';
import type { ToolFile } from '../tool-file.ts';

/** Where Invoke-AtomicRedTeam puts the library on a system of Caldera’s agents, unless another is named. */
const FOLDERS: Readonly<Record<string, string>> = {
  windows: 'C:\\AtomicRedTeam\\atomics',
  linux: '$HOME/AtomicRedTeam/atomics',
  darwin: '$HOME/AtomicRedTeam/atomics',
};

const FACT = /#\{(atomic\.[\w.-]+)\}/gu;

/** The fact that an argument without a default becomes. */
export function factOf(argument: string): string {
  return `atomic.${argument}`;
}

/** The fact for the folder of the library on a system: one each, since Caldera runs an ability with every value that a fact has. */
export function folderFact(system: string): string {
  return `atomic.PathToAtomicsFolder.${system}`;
}

/**
 * The facts of abilities as a source of Caldera. Those that only whoever runs the tests knows are named on top and have no value:
 * Caldera runs no ability of which a fact is missing. None where no ability needs any.
 */
export function sourceFiles({ group }: EmulateAnswer, abilities: readonly YamlValue[]): readonly ToolFile[] {
  const needed = [...JSON.stringify(abilities).matchAll(FACT)].map(([, name = '']) => name);
  const names = [...new Set(needed)].toSorted(compareText);
  if (names.length === 0) return [];
  const known = new Map(Object.entries(FOLDERS).map(([system, folder]) => [folderFact(system), folder]));
  const missing = names.filter((name) => !known.has(name));
  const id = deterministicUuid('caldera-source', [group.id]);
  const source = {
    id,
    name: `${group.name} (Foeprint)`,
    facts: names.flatMap((trait) => {
      const value = known.get(trait);
      return value === undefined ? [] : [{ trait, value }];
    }),
  };
  const head = missing.length === 0 ? '' : `# To be given before an operation: ${missing.join(', ')}\n`;
  return [{ path: `caldera/data/sources/${id}.yml`, text: head + yamlText(source), form: 'yaml' }];
}
