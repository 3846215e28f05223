import { storeOf, useStore, type Store } from '../../state/store.ts';

/** The pair, as `first~second`, of which somebody is about to say otherwise; empty where nobody is. */
const PAIR: Store<string> = storeOf('');

/** Opens the form below the reasons of a pair, which are opened by the address; both empty to close it. */
export function sayOtherwise(first: string, second: string): void {
  PAIR.set(first === '' ? '' : `${first}~${second}`);
}

/** Whether the form of a pair is open. */
export function useIsSaid(first: string, second: string): boolean {
  return useStore(PAIR) === `${first}~${second}`;
}
