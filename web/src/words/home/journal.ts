import type { ActedOf } from 'foeprint/answers';
import { commandOf } from '../../api/command-of.ts';
import { several } from '../count.ts';

/** An entry of the journal: what somebody did to the home. */
export type Entry = ActedOf<'undo'>['answer']['undone'];

/** How an action is written on a command line. */
interface Written {
  readonly command: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** What was done, as the command that does the same: `assert G0016 uses T1190 --source IR-14`. */
export function sayAction(
  { action, given }: Pick<Entry, 'action' | 'given'>,
  written: Written | undefined,
): string {
  if (written === undefined || typeof given !== 'object' || given === null) return action;
  return commandOf(written, given, { rules: [], tlp: '' }).replace(/^foeprint /u, '');
}

const KINDS: Readonly<Record<Entry['changes'][number]['kind'], readonly [one: string, many: string]>> = {
  load: ['load', 'loads'],
  file: ['file', 'files'],
  decisions: ['report', 'reports'],
  batch: ['batch of sightings', 'batches of sightings'],
};

/** What it changed: `1 load added, 2 files removed`. Each kind once, in the order of the entry. */
export function sayChanges(changes: Entry['changes']): string {
  const counts = new Map<string, { count: number; kind: keyof typeof KINDS; how: string }>();
  for (const { kind, how } of changes) {
    const found = counts.get(`${kind} ${how}`) ?? { count: 0, kind, how };
    counts.set(`${kind} ${how}`, { ...found, count: found.count + 1 });
  }
  return [...counts.values()]
    .map(({ count, kind, how }) => `${several(count, ...KINDS[kind])} ${how}`)
    .join(', ');
}

/** Whether an entry has all words that are looked for, anywhere in it. */
export function hasWords(entry: Entry, wanted: string): boolean {
  const { who, role, through, action, given, uploads, changes, how, codes } = entry;
  const all = JSON.stringify([who, role, through, action, given, uploads, changes, how, codes]).toLowerCase();
  return wanted
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => all.includes(word));
}
