import { expect, test } from 'vitest';
import { ACTIONS } from '../../src/actions/index.ts';
import { COMMAND_NAMES } from '../../src/cli/call/command-table.ts';
import { USE_CASES } from '../../src/workbench/index.ts';

/* What changes a home is an action, which the journal takes down. Commands that are neither question nor action stand here, each with why. */

/** They write nothing into a home. */
const READING: readonly string[] = [
  'about',
  'completion',
  'config',
  'dump',
  'journal',
  'mcp', // with --write, by actions
  'org check',
  'org init',
  'playbook init',
  'serve', // by actions; beside them it notes the hour at which a token was used
  'sightings export',
  'token list',
];

/** They write into it, and are in no journal. */
const WRITING: Readonly<Record<string, string>> = {
  restore:
    'a dump takes the place of all knowledge, and with it of what the journal is about; the dump before is the way back',
  rebuild: 'the same sources as before, read anew',
  'report learn': 'a model, all of which can be learnt again; --reset drops it',
  'sightings compact': 'the same rows in other files',
  'sightings generate': 'made-up rows in a store of their own',
  'sightings init-cluster': 'tables of a cluster, empty',
  'token add': 'who is let in, which an analyst need not see; the file names who was let in and when',
  'token revoke': 'the same',
};

test('every command is a question, an action, or stands here with why it is none', () => {
  const named = (keys: object): readonly string[] => Object.keys(keys);
  const known = new Set([...named(USE_CASES), ...named(ACTIONS)]);
  const others = COMMAND_NAMES.filter((name) => !known.has(name.replaceAll(' ', '-')));
  expect(others.toSorted()).toEqual([...READING, ...Object.keys(WRITING)].toSorted());
});
