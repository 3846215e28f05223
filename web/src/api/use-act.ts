import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { ActionName, GivenOf } from 'foeprint/answers';
import { useState } from 'react';
import { say } from '../state/said.ts';
import { act, undo, type Acted, type ActOptions } from './act.ts';
import { ApiFault } from './ask.ts';

/** How far an action has come: `line` is what is done now, empty where nothing is said of it. */
export type ActState =
  | { readonly is: 'idle' }
  | { readonly is: 'doing'; readonly line: string }
  | { readonly is: 'fault'; readonly fault: ApiFault };

export interface HowToAct<Name extends ActionName, Field extends string> extends Pick<
  ActOptions<Field>,
  'files'
> {
  /** The line that says that it is done, e.g. `APT29 targets Luxembourg is kept.`; empty to say nothing. */
  readonly words: (acted: Acted<Name>) => string;
  /** What the way back is called; default `Undo`. */
  readonly wayBack?: 'Undo' | 'Redo';
  /** Whether what is done meanwhile is shown from the beginning: for what may take seconds. Default false. */
  readonly isLong?: boolean;
}

/** Lets a part of a page change the home. */
export interface Acting {
  readonly state: ActState;
  /** @returns what came of it; undefined where it was refused, which `state` says */
  readonly act: <Name extends ActionName, Field extends keyof GivenOf<Name> & string = never>(
    name: Name,
    given: Omit<GivenOf<Name>, Field>,
    how: HowToAct<Name, Field>,
  ) => Promise<Acted<Name> | undefined>;
  /** Forgets what was refused. */
  readonly reset: () => void;
}

/**
 * Changes the home and says so, with a way back: every question that is shown is asked anew, one line at the foot of the window says what
 * was done, with *Undo* where that can be. What is refused stands in `state`.
 */
export function useAct(): Acting {
  const queries = useQueryClient();
  const [state, setState] = useState<ActState>({ is: 'idle' });
  return {
    state,
    reset: () => setState({ is: 'idle' }),
    act: async (name, given, { files, words, wayBack = 'Undo', isLong = false }) => {
      setState({ is: 'doing', line: '' });
      try {
        const acted = await act(name, given, {
          ...(files === undefined ? {} : { files }),
          ...(isLong ? { onProgress: (line: string) => setState({ is: 'doing', line }) } : {}),
        });
        setState({ is: 'idle' });
        askAnew(queries);
        const said = words(acted);
        if (said !== '') sayWithWayBack(queries, said, acted.undo, wayBack);
        return acted;
      } catch (error) {
        if (!(error instanceof ApiFault)) throw error;
        setState({ is: 'fault', fault: error });
        // A part of it may have been done nevertheless.
        askAnew(queries);
        return undefined;
      }
    },
  };
}

/** Everything may be otherwise now. Answers stay until the new ones are there. */
function askAnew(queries: QueryClient): void {
  void (async () => {
    // Whom questions are asked for comes first: without an organisation, those for one are not asked any more.
    await queries.invalidateQueries({ queryKey: [WHOM] });
    // By then what is shown follows from it.
    await new Promise<void>((resolve) => {
      setTimeout(resolve);
    });
    await queries.invalidateQueries({ predicate: ({ queryKey: [name] }) => name !== WHOM });
  })();
}

const WHOM = 'org-show';

function sayWithWayBack(
  queries: QueryClient,
  words: string,
  address: string | undefined,
  undoAs: 'Undo' | 'Redo',
): void {
  if (address === undefined) say(words);
  else say(words, () => void goBack(queries, address, undoAs), { undoAs, isTakenDown: true });
}

/** Undoes something, which is a change as well: it has a way back of its own. */
async function goBack(queries: QueryClient, address: string, as: 'Undo' | 'Redo'): Promise<void> {
  try {
    const { undo: again } = await undo(address);
    if (as === 'Undo') sayWithWayBack(queries, 'Undone.', again, 'Redo');
    else sayWithWayBack(queries, 'Done again.', again, 'Undo');
  } catch (error) {
    if (!(error instanceof ApiFault)) throw error;
    const [issue] = error.issues;
    const words = [issue?.message, issue?.hint, issue?.code].filter((each) => each !== undefined).join(' ');
    say(words, undefined, { isFault: true });
  }
  askAnew(queries);
}
