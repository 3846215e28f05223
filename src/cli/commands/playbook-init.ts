import { writeFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { FoeprintError, issueOf } from '../../facts/index.ts';
import { replaceFile } from '../../home/index.ts';
import { doneReport } from '../../report/index.ts';
import { playbookYaml } from '../../workbench/index.ts';
import type { Call } from '../call.ts';
import type { Outcome } from '../command.ts';
import { CLI_ISSUES } from '../issues.ts';

export async function run({ arguments: [file = ''], options }: Call): Promise<Outcome> {
  const organisation = options.text('org');
  const text = playbookYaml(organisation === undefined ? undefined : fromFolderOf(file, organisation));
  try {
    if (options.flag('force')) await replaceFile(file, text);
    else await writeFile(file, text, { flag: 'wx' });
  } catch (error) {
    throw new FoeprintError([isTaken(error) ? taken(file) : notWritten(file, error)]);
  }
  return {
    data: { written: file },
    document: () =>
      doneReport(`Wrote ${file}`, [
        `Edit it, then run \`foeprint playbook --file ${file} -o report.html --save-run run.json\``,
      ]),
  };
}

/** As the playbook would name it: paths in it are relative to it. */
function fromFolderOf(file: string, other: string): string {
  return relative(dirname(resolve(file)), resolve(other)).replaceAll('\\', '/');
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}

function taken(file: string) {
  return issueOf(CLI_ISSUES.playbookExists, `“${file}” exists.`);
}

function notWritten(file: string, error: unknown) {
  return issueOf(CLI_ISSUES.cannotWrite, `“${file}” cannot be written: ${String(error)}.`);
}
