import { useEffect, useRef } from 'react';
import { keepInBrowser, keptInBrowser } from '../state/theme.ts';
import { storeOf, useStore } from '../state/store.ts';

/** A key that does something on the page that is shown. */
export interface Key {
  /** As `KeyboardEvent.key` has it, letters in lower case: `w`, `[`, `?`, `Escape`. */
  readonly key: string;
  /** What it does, as the list of keys says it: `why`, `copy with sources`. */
  readonly does: string;
  /** What is done; absent where a component does it itself, as the matrix does with arrows, and the key is only listed. */
  readonly run?: () => void;
}

/** Keys of one part of what is shown, by where they work. */
export interface KeyGroup {
  readonly where: string;
  readonly keys: readonly Key[];
}

const GROUPS = storeOf<readonly KeyGroup[]>([]);
const OFF = 'foeprint-keys-off';
const ARE_ON = storeOf(keptInBrowser(OFF) !== 'yes');

/** All keys that work now, by where. */
export function useKeyGroups(): readonly KeyGroup[] {
  return useStore(GROUPS);
}

/** Whether single letters do anything: they can be switched off (WCAG 2.1.4), for those who speak to their machine. */
export function useKeysAreOn(): readonly [boolean, (areOn: boolean) => void] {
  return [
    useStore(ARE_ON),
    (areOn) => {
      ARE_ON.set(areOn);
      keepInBrowser(OFF, areOn ? 'no' : 'yes');
    },
  ];
}

/**
 * Keys that work as long as a component is shown. Those shown last come first: a panel’s `[` before the page’s.
 *
 * @param where where they work, as the list of keys says it: `In the matrix`
 */
export function useKeys(where: string, keys: readonly Key[]): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  // What a key does is looked up when it is pressed; only which keys there are makes a new group.
  const names = JSON.stringify(keys.map(({ key, does, run }) => [key, does, run !== undefined]));
  useEffect(() => {
    const group: KeyGroup = {
      where,
      keys: (JSON.parse(names) as [string, string, boolean][]).map(([key, does, runs]) => ({
        key,
        does,
        ...(runs ? { run: () => latest.current.find((each) => each.key === key)?.run?.() } : {}),
      })),
    };
    GROUPS.set([...GROUPS.get(), group]);
    return () => GROUPS.set(GROUPS.get().filter((each) => each !== group));
  }, [where, names]);
}

/** Whether a press belongs to what has the focus: text is being written, or a list is open. */
export function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest(
      'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable], [role="menu"], .popover',
    ) !== null
  );
}

/**
 * Runs what a press means on the page that is shown.
 *
 * @returns whether it meant anything
 */
export function runKey(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target))
    return false;
  if (!ARE_ON.get() && event.key.length === 1) return false;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const found = GROUPS.get()
    .toReversed()
    .flatMap(({ keys }) => keys)
    .find((each) => each.key === key && each.run !== undefined);
  found?.run?.();
  return found !== undefined;
}
