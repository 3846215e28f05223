import { argument, CoverageRemoveAnswer } from '../../answers/index.ts';
import { strictestLevel } from '../../facts/index.ts';
import { removeCoverage } from '../../home/index.ts';
import { coverageRemoveDocument } from '../../report/index.ts';
import { countedInventory } from '../../workbench/index.ts';
import { action } from '../action.ts';

export const coverageRemove = action({
  name: 'coverage remove',
  role: 'analyst',
  summary: 'take imported coverage out',
  given: {
    names: argument('<name...>', 'its name, which means all days of it, or the beginning of an id'),
  },
  answer: CoverageRemoveAnswer,
  examples: [
    { line: 'coverage remove sigmahq', label: 'all that was kept under a name' },
    { line: 'coverage remove 3f2a9c1b', label: 'one day of it' },
  ],
  run: async ({ names }, { home, bound }) => {
    const removed = await removeCoverage(home.paths.coverage, names, bound);
    return {
      answer: { removed: removed.map(countedInventory) },
      level: strictestLevel(removed.map(({ level }) => level)),
    };
  },
  document: coverageRemoveDocument,
});
