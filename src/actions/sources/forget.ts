import { argument, flag, ForgetAnswer } from '../../answers/index.ts';
import { FoeprintError } from '../../facts/index.ts';
import { forgetSource, purgeForgotten, takeBack } from '../../home/index.ts';
import { forgetDocument } from '../../report/index.ts';
import { action } from '../action.ts';
import { storedSource } from './loading.ts';

const NOTHING: ForgetAnswer = { forgotten: [], takenBack: [], purged: [] };

export const forget = action({
  name: 'forget',
  role: 'admin',
  summary: 'take a source out, with all that only it reports',
  details:
    'What others report as well stays. The copy that was kept is moved aside, from where --undo loads it again. Works also where what is loaded cannot be answered from.',
  given: {
    source: argument('<source>', 'number, id, name, file or SHA-256, as `foeprint sources` shows them'),
    all: flag('--all', 'all sources of this name'),
    undo: flag('--undo', 'load it again from the copy that was moved aside'),
    purge: flag('--purge', 'delete the copy as well: there is no way back'),
  },
  answer: ForgetAnswer,
  examples: [
    { line: 'forget report.json', label: 'a report that was loaded by mistake' },
    { line: 'forget --undo report.json', label: 'take that back' },
  ],
  run: async ({ source: asked, all, undo, purge }, { home, bound }) => {
    if (undo)
      return {
        answer: { ...NOTHING, takenBack: (await takeBack(home, asked, all, bound)).map(storedSource) },
      };
    try {
      const forgotten = await forgetSource(home, asked, { all, purge, clearance: bound });
      return {
        answer: {
          ...NOTHING,
          forgotten: forgotten.map(
            ({ source: { id, name }, objects, shared, facts, naming, canBeTakenBack }) => ({
              source: { id, name },
              objects,
              shared,
              facts,
              naming,
              canBeTakenBack,
            }),
          ),
        },
      };
    } catch (error) {
      // What was forgotten before has only its copy left to purge.
      const isGone = purge && error instanceof FoeprintError && error.code === 'H513';
      if (!isGone) throw error;
      const purged = await purgeForgotten(home, asked, all, bound);
      return { answer: { ...NOTHING, purged: purged.map(({ id, name }) => ({ id, name })) } };
    }
  },
  document: forgetDocument,
});
