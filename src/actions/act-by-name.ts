import type { Envelope } from '../answers/index.ts';
import type { MarkingLevel } from '../facts/index.ts';
import { accessTo, type Home, type JournalEntry } from '../home/index.ts';
import { defined } from '../text/index.ts';
import { actedEnvelope, givenFor, perform, type Actor } from './act.ts';
import type { Action, ActionContext } from './action.ts';
import { ACTIONS, type ActionName } from './actions.ts';

/** Who acts, how far they are cleared, and who is shown how far it has come. */
export interface ActOptions extends Partial<Actor> {
  /** How far what is answered may go; default: as the setting `clearance` says. */
  readonly clearance?: MarkingLevel | undefined;
  /** Is called with what is done now. */
  readonly progress?: (line: string) => void;
  /** Whether the clearance also bounds what may be changed, and not only what is answered. Default false. */
  readonly isBound?: boolean;
  /** Whether files are kept as they are named, without the folders of this machine. Default false. */
  readonly asNamed?: boolean;
}

/** The answer of an action in its envelope, with what undoes it. */
export interface ActedEnvelope extends Envelope {
  /** Number of the entry in the journal; absent where nothing was changed. */
  readonly journal?: number;
  /** Whether that entry can be undone; absent likewise. */
  readonly isUndoable?: boolean;
}

/**
 * Does something to a home by its name, e.g. `assert`.
 *
 * @param given its fields; docs/reference/cli.md lists them with the command of the same name
 * @throws FoeprintError C861 where it does not take them, and whatever the action says
 */
export async function act(
  home: Home,
  name: ActionName,
  given: object,
  options: ActOptions = {},
): Promise<ActedEnvelope> {
  const { clearance, progress, isBound = false, asNamed = false, ...actor } = options;
  const { who = 'a program', role = 'admin', through = 'library', uploads } = actor;
  const action: Action = await ACTIONS[name]();
  const fields = givenFor(action, given);
  const context: ActionContext = {
    home,
    access: accessTo(() => Promise.resolve(home), { clearance }),
    selection: {},
    signs: { progress: (line) => progress?.(line), remark: () => {}, kept: () => {} },
    role,
    bound: isBound ? clearance : undefined,
    asNamed,
  };
  const acted = await perform(action, fields, context, { who, role, through, ...defined({ uploads }) });
  return { ...actedEnvelope(action, fields, acted), ...inJournal(acted.entry) };
}

function inJournal(entry: JournalEntry | undefined): Pick<ActedEnvelope, 'journal' | 'isUndoable'> {
  return entry === undefined ? {} : { journal: entry.number, isUndoable: entry.isUndoable };
}
