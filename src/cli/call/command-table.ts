import { ACTIONS, type Action } from '../../actions/index.ts';
import { USE_CASES, type UseCase } from '../../workbench/index.ts';
import { actionCommand } from './action-command.ts';
import type { CommandDeclaration } from './command.ts';
import { useCaseCommand } from '../use-case/use-case-command.ts';

/** All commands by what they are for, in the order of `foeprint --help`. */
export const COMMAND_GROUPS: readonly {
  readonly title: string;
  readonly names: readonly string[];
}[] = [
  {
    title: 'Load',
    names: ['sync', 'load', 'status', 'sources', 'forget'],
  },
  {
    title: 'Ask',
    names: [
      'list',
      'names',
      'show',
      'search',
      'vocabulary',
      'groups',
      'prints',
      'technique',
      'software',
      'campaign',
      'techniques',
      'matrix',
      'prevalence',
      'explain',
      'mitigations',
      'detections',
      'profile',
      'victims',
      'victimology',
      'traits',
      'aliases',
      'compare',
      'overlap groups',
      'overlap sectors',
      'timeline',
      'diff',
      'triage',
      'walkthrough',
      'rules',
      'rules check',
      'query',
      'export derived',
    ],
  },
  {
    title: 'For an organisation',
    names: [
      'org init',
      'org check',
      'org keep',
      'org show',
      'org remove',
      'threats',
      'what-if',
      'expect',
      'priorities',
      'plan',
      'playbook init',
      'playbook',
      'dashboard',
      'news',
    ],
  },
  {
    title: 'Coverage, rules and exercises',
    names: [
      'coverage import',
      'coverage show',
      'coverage gaps',
      'coverage list',
      'coverage remove',
      'sigma',
      'sigma test',
      'sigma check',
      'emulate',
    ],
  },
  {
    title: 'Reports',
    names: [
      'report add',
      'report extract',
      'report list',
      'report show',
      'report text',
      'report review',
      'report load',
      'report export',
      'report learn',
      'report forget',
    ],
  },
  {
    title: 'Layers',
    names: ['layer', 'layer combine', 'layer render', 'migrate'],
  },
  {
    title: 'Your own knowledge',
    names: [
      'assert',
      'assertions',
      'retract',
      'sightings import',
      'sightings summary',
      'sightings show',
      'sectors',
      'sightings list',
      'sightings remove',
      'sightings compact',
      'sightings export',
      'sightings generate',
      'sightings init-cluster',
    ],
  },
  {
    title: 'Serve',
    names: ['serve', 'token add', 'token list', 'token revoke', 'mcp'],
  },
  {
    title: 'Keep',
    names: ['journal', 'undo', 'dump', 'restore', 'rebuild', 'config', 'about', 'completion'],
  },
];

/** Names of all commands. */
export const COMMAND_NAMES: readonly string[] = COMMAND_GROUPS.flatMap(({ names }) => names);

/** Commands that are neither a question nor an action, and those that do more than that: each declared in its file. */
const HOME_COMMANDS: Readonly<Record<string, () => Promise<CommandDeclaration>>> = {
  serve: async () => (await import('../commands/serve.ts')).serve,
  'token add': async () => (await import('../commands/token/add.ts')).tokenAdd,
  'token list': async () => (await import('../commands/token/list.ts')).tokenList,
  'token revoke': async () => (await import('../commands/token/revoke.ts')).tokenRevoke,
  'playbook init': async () => (await import('../commands/playbook-init.ts')).playbookInit,
  'sightings compact': async () => (await import('../commands/sightings/compact.ts')).sightingsCompact,
  'sightings export': async () => (await import('../commands/sightings/export.ts')).sightingsExport,
  'sightings generate': async () => (await import('../commands/sightings/generate.ts')).sightingsGenerate,
  'sightings init-cluster': async () =>
    (await import('../commands/sightings/init-cluster.ts')).sightingsInitCluster,
  'report review': async () => (await import('../commands/report/review.ts')).reportReview,
  'report learn': async () => (await import('../commands/report/learn.ts')).reportLearn,
  'org check': async () => (await import('../commands/org-check.ts')).orgCheck,
  'org init': async () => (await import('../commands/org-init.ts')).orgInit,
  'sightings import': async () => (await import('../commands/sightings/import.ts')).sightingsImport,
  journal: async () => (await import('../commands/journal.ts')).journal,
  dump: async () => (await import('../commands/dump.ts')).dump,
  restore: async () => (await import('../commands/restore.ts')).restore,
  rebuild: async () => (await import('../commands/rebuild.ts')).rebuild,
  mcp: async () => (await import('../commands/mcp/mcp.ts')).mcp,
  about: async () => (await import('../commands/about.ts')).about,
  config: async () => (await import('../commands/config.ts')).config,
  completion: async () => (await import('../commands/completion.ts')).completion,
};

/** The command of an action, unless it has a file of its own. */
async function actionNamed(key: string): Promise<CommandDeclaration | undefined> {
  const loaders: Readonly<Record<string, () => Promise<Action>>> = ACTIONS;
  const load = Object.hasOwn(loaders, key) ? loaders[key] : undefined;
  return load === undefined ? undefined : actionCommand(await load());
}

/** The command of a name, without loading the others. */
export async function commandNamed(name: string): Promise<CommandDeclaration | undefined> {
  if (Object.hasOwn(HOME_COMMANDS, name)) return await HOME_COMMANDS[name]?.();
  const loaders: Readonly<Record<string, () => Promise<UseCase>>> = USE_CASES;
  const key = name.replaceAll(' ', '-');
  const load = Object.hasOwn(loaders, key) ? loaders[key] : undefined;
  return load === undefined ? await actionNamed(key) : useCaseCommand(await load());
}

/** All of them, for help and documentation. */
export async function allCommands(): Promise<readonly CommandDeclaration[]> {
  const commands = await Promise.all(COMMAND_NAMES.map(commandNamed));
  return commands.filter((command) => command !== undefined);
}
