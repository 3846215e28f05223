import { dirname, relative, resolve } from 'node:path';
import { placeName } from '../../acquisition/index.ts';
import { flag, path, PlaybookInitAnswer } from '../../answers/index.ts';
import { doneDocument } from '../../report/index.ts';
import { playbookYaml } from '../../workbench/index.ts';
import { homeCommand } from '../call/home-command.ts';
import { CLI_ISSUES } from '../issues.ts';
import { writeNew } from '../files/write-new.ts';

export const playbookInit = homeCommand({
  name: 'playbook init',
  summary: 'write a playbook with all steps, commented, to be edited',
  given: {
    file: path('<file>', 'the YAML file to write'),
    organisation: path('--org <file>', 'the organisation that it is for'),
    force: flag('--force', 'write over a file that is there'),
  },
  answer: PlaybookInitAnswer,
  examples: [{ line: 'playbook init playbook.yaml --org org.yaml', label: 'a playbook for an organisation' }],
  run: async ({ file, organisation, force }) => {
    const text = playbookYaml(organisation === undefined ? undefined : fromFolderOf(file, organisation));
    await writeNew(file, text, force, CLI_ISSUES.playbookExists);
    return { answer: { file: placeName(file) } };
  },
  document: (_, { file }) =>
    doneDocument(`Wrote ${file}`, [
      `Edit it, then run \`foeprint playbook --file ${file} -o report.html --save-run run.json\``,
    ]),
});

/** As the playbook would name it: paths in it are relative to it. */
function fromFolderOf(file: string, other: string): string {
  return relative(dirname(resolve(file)), resolve(other)).replaceAll('\\', '/');
}
