import { USE_CASES, type UseCase } from '../workbench/index.ts';
import type { CommandDeclaration } from './command.ts';
import { COMMANDS } from './commands.ts';
import { useCaseCommand } from './use-case/use-case-command.ts';

/** Names of all commands, in the order of `foeprint --help`: load, look, reason, keep. */
export const COMMAND_NAMES: readonly string[] = [
  'sync',
  'load',
  'status',
  'sources',
  'forget',
  'list',
  'show',
  'search',
  'groups',
  'techniques',
  'prevalence',
  'explain',
  'mitigations',
  'detections',
  'profile',
  'victims',
  'victimology',
  'threats',
  'expect',
  'priorities',
  'playbook init',
  'playbook',
  'compare',
  'overlap groups',
  'timeline',
  'layer',
  'layer combine',
  'layer render',
  'diff',
  'migrate',
  'walkthrough',
  'rules',
  'query',
  'aliases',
  'assert',
  'assertions',
  'retract',
  'org init',
  'org check',
  'export',
  'dump',
  'restore',
  'rebuild',
  'config',
];

/** The command of a name, without loading the others. */
export async function commandNamed(name: string): Promise<CommandDeclaration | undefined> {
  const loaders: Readonly<Record<string, () => Promise<UseCase>>> = USE_CASES;
  const key = name.replaceAll(' ', '-');
  const load = Object.hasOwn(loaders, key) ? loaders[key] : undefined;
  return load === undefined
    ? COMMANDS.find((command) => command.name === name)
    : useCaseCommand(await load());
}

/** All of them, for help and documentation. */
export async function allCommands(): Promise<readonly CommandDeclaration[]> {
  const commands = await Promise.all(COMMAND_NAMES.map(commandNamed));
  return commands.filter((command) => command !== undefined);
}
