import { argument, UndoAnswer } from '../answers/index.ts';
import { undoEntry, type Role } from '../home/index.ts';
import { undoDocument } from '../report/index.ts';
import { refuseBelow } from './act.ts';
import { action, type Action } from './action.ts';
import { ACTIONS } from './actions.ts';
import { entrySaid, levelOfEntry, refuseHidden } from './journal.ts';

export const undo = action({
  name: 'undo',
  role: 'analyst',
  summary: 'undo what the journal has: what an action changed is as it was',
  details:
    'Without a number the last action that can be undone. Undoing is an action itself, with an entry of its own: undone as well, it does again what was undone. Where something was changed again since, it is refused.',
  given: { entry: argument('[entry]', 'number of the entry, as `foeprint journal` shows it') },
  answer: UndoAnswer,
  examples: [
    { line: 'undo', label: 'the last thing that was done' },
    { line: 'undo 12', label: 'one entry of the journal' },
  ],
  run: async ({ entry: asked }, { home, access, role, bound }) => {
    const undone = await undoEntry(home, asked, async (entry) => {
      refuseHidden(entry, bound);
      refuseBelow(await roleFor(entry.action), role, `undo ${String(entry.number)}`);
    });
    const said = entrySaid({ ...undone, isUndoable: false }, await access.clearance());
    return { answer: { undone: said }, level: levelOfEntry(undone) };
  },
  document: undoDocument,
});

/** Whoever may do something may undo it; what no action of ours did, an administrator. */
async function roleFor(name: string): Promise<Role> {
  const loaders: Readonly<Record<string, () => Promise<Action>>> = ACTIONS;
  const key = name.replaceAll(' ', '-');
  return Object.hasOwn(loaders, key) ? ((await loaders[key]?.())?.role ?? 'admin') : 'admin';
}
