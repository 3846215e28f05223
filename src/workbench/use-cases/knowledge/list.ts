import { ListQuestion, ListAnswer } from '../../../answers/index.ts';
import { catalogueDocument } from '../../../report/index.ts';
import { OBJECT_KINDS } from '../../../threat/index.ts';
import { listCatalogue } from '../../knowledge/catalogue.ts';
import { useCase } from '../../use-case.ts';

export const row = useCase({
  name: 'list',
  summary: 'catalogues: techniques, groups, mitigations, …',
  details: `Catalogues: ${OBJECT_KINDS.map(({ plural }) => plural).join(', ')}; or any STIX type that is loaded.`,
  question: ListQuestion,
  answer: ListAnswer,
  needs: 'view',
  examples: [
    { line: 'list groups', label: 'every group with its aliases' },
    { line: 'list mitigations --withdrawn', label: 'those that MITRE has withdrawn, too' },
  ],
  run: (reading, { catalogue }) => ({ answer: listCatalogue(reading, catalogue) }),
  isEmpty: ({ things }) => things.length === 0,
  rows: (answer) => answer.things,
  document: catalogueDocument,
});
