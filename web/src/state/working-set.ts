import { storeOf, useStore } from './store.ts';
import { keepInBrowser, keptInBrowser } from './theme.ts';
import { say } from './said.ts';

/** A group that the user keeps at hand. */
export interface Kept {
  /** As addresses name it: its ATT&CK id, else its STIX id. */
  readonly id: string;
  readonly name: string;
}

const NAME = 'foeprint-working-set';
const SET = storeOf<readonly Kept[]>(read());

/** Groups that the user keeps at hand, in the browser: in the order in which they were taken up. */
export function useWorkingSet(): readonly Kept[] {
  return useStore(SET);
}

/** Takes a group up, or puts it back; says so, with an undo. */
export function toggleKept(kept: Kept): void {
  const before = SET.get();
  const isIn = before.some(({ id }) => id === kept.id);
  change(isIn ? before.filter(({ id }) => id !== kept.id) : [...before, kept]);
  say(isIn ? `${kept.name} is out of the working set.` : `${kept.name} is in the working set.`, () =>
    change(before),
  );
}

function change(next: readonly Kept[]): void {
  SET.set(next);
  keepInBrowser(NAME, JSON.stringify(next));
}

/** What was kept; nothing where it is not what this version wrote. */
function read(): readonly Kept[] {
  try {
    const kept: unknown = JSON.parse(keptInBrowser(NAME) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isKept) : [];
  } catch {
    return [];
  }
}

function isKept(value: unknown): value is Kept {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    'name' in value &&
    typeof value.id === 'string' &&
    typeof value.name === 'string'
  );
}
