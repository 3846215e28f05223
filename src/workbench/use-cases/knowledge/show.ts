import { ShowQuestion, ShowAnswer } from '../../../answers/index.ts';
import { showDocument } from '../../../report/index.ts';
import { show } from '../../knowledge/show.ts';
import { useCase } from '../../use-case.ts';

export const row = useCase({
  name: 'show',
  summary: 'one thing by ATT&CK id, STIX id, name or alias',
  details:
    'A name that several things claim is not guessed: the candidates are listed. A revoked id leads to its successor, and the answer says so.',
  question: ShowQuestion,
  answer: ShowAnswer,
  needs: 'view',
  examples: [
    { line: 'show G0016', label: 'a group by its ATT&CK id' },
    { line: 'show "Cozy Bear"', label: 'the same group by an alias' },
    { line: 'show T1059.003 --raw', label: 'the STIX object' },
  ],
  run: (reading, { name, raw }) => show(reading, name, raw),
  isEmpty: () => false,
  document: showDocument,
  texts: [
    {
      name: 'raw',
      endings: [],
      form: 'as-given',
      write: ({ raw = {} }) => `${JSON.stringify(raw, undefined, 2)}\n`,
    },
  ],
  formOption: { spelling: '--raw', label: 'the object as its source gives it, as JSON' },
});
