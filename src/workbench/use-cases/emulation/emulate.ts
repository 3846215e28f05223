import { EmulateAnswer, EmulateQuestion } from '../../../answers/index.ts';
import { emulateDocument, emulateTables } from '../../../report/index.ts';
import { planFiles } from '../../emulation/plan-files.ts';
import { planOf } from '../../emulation/emulate.ts';
import { useCase } from '../../use-case.ts';

export const row = useCase({
  name: 'emulate',
  summary: 'how to do, in an exercise, what a group is reported to do: steps with tests',
  details:
    'Tests come from Atomic Red Team, as `--atomics` or the setting `atomics` names it; for each technique and platform the one that asks for least. Tests that may destroy data, stop services or lock people out are left out unless asked for. Foeprint runs nothing: `-o FOLDER/` writes the plan for Caldera, as an emulation plan of CTID, as a run list of Atomic Red Team, and as Markdown with places for results.',
  question: EmulateQuestion,
  answer: EmulateAnswer,
  needs: 'desk',
  examples: [
    { line: 'emulate FIN7 --atomics atomic-red-team/ -o plan/', label: 'a plan in every form, in a folder' },
    { line: 'emulate APT29 --platform Windows --tactic Discovery', label: 'a part of it' },
    { line: 'emulate G0016 --since 2024-01-01 --all-tests -o tests.csv', label: 'every test of what is new' },
  ],
  run: planOf,
  isEmpty: ({ executable }) => executable === 0,
  document: emulateDocument,
  tables: emulateTables,
  files: planFiles,
});
