import { OverlapSectorsAnswer, OverlapSectorsQuestion } from '../../../answers/index.ts';
import { tableCsv } from '../../../render/index.ts';
import {
  overlapSectorsDocument,
  overlapSectorsMatrixTable,
  overlapSectorsTables,
} from '../../../report/index.ts';
import { useCase } from '../../use-case.ts';
import { sectorsOverlapping } from '../../victims/overlap-sectors.ts';

export const row = useCase({
  name: 'overlap sectors',
  summary: 'how alike sectors are by the groups documented against them, and what those groups do',
  details:
    'Groups in common over the groups of either; clusters of sectors with the same groups; of some sectors the groups that most of them have in common, and techniques that those use more often than all groups. Needs no sightings: `foeprint sectors` compares by those. As csv the tables, as matrix the similarity of every sector to every other.',
  question: OverlapSectorsQuestion,
  answer: OverlapSectorsAnswer,
  needs: 'desk',
  examples: [
    { line: 'overlap sectors', label: 'clusters, and a closer look at the one that is most alike' },
    { line: 'overlap sectors energy utilities', label: 'a closer look at these' },
  ],
  run: sectorsOverlapping,
  isEmpty: ({ sectors, closer }) => sectors.length === 0 && closer === undefined,
  document: overlapSectorsDocument,
  tables: overlapSectorsTables,
  texts: [
    {
      name: 'matrix',
      endings: [],
      form: 'csv',
      write: (answer) => tableCsv(overlapSectorsMatrixTable(answer)),
    },
  ],
});
