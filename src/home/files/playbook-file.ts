import { resolve } from 'node:path';
import { DEFAULT_LIMITS, type Limits } from '../../acquisition/index.ts';
import { KeptRun, PLAYBOOK_FILE, playbookOf, type EarlierRun, type Playbook } from '../../answers/index.ts';
import { FoeprintError } from '../../facts/index.ts';
import { readValues, readYaml, type Path } from '../../intake/index.ts';
import { parsedJson } from '../../text/index.ts';
import { tlpNamed } from '../../threat/index.ts';
import { HOME_ISSUES, refusal, type HomeIssueName } from '../issues.ts';
import { resolveLocation } from '../settings/resolve-location.ts';
import { textOfFile } from './text-of-file.ts';

/** A playbook as its file has it. */
export interface PlaybookFile {
  readonly playbook: Playbook;
  /** Where the organisation’s file is, from where the playbook is; absent where it names none. */
  readonly organisationFile?: string;
}

/**
 * Reads a playbook from a YAML file (docs/playbook.md). A report that lacks a step because its name was misspelt would be
 * taken for whole, so nothing is run before everything is mended.
 *
 * @throws FoeprintError A4xx where the file cannot be read, H55x with everything that is wrong with it, by line and column
 */
export async function readPlaybook(file: string, limits: Limits = DEFAULT_LIMITS): Promise<PlaybookFile> {
  const text = await textOfFile(file, limits, HOME_ISSUES['not-a-playbook']);
  const { values, issues } = readValues(
    readYaml(file, text),
    PLAYBOOK_FILE,
    (kind, path) => HOME_ISSUES[issueNamed(kind, path)],
  );
  if (issues.length > 0) throw new FoeprintError(issues);
  const { organisation } = values ?? {};
  return {
    playbook: playbookOf(values),
    ...(organisation === undefined ? {} : { organisationFile: resolveLocation(organisation, resolve(file)) }),
  };
}

function issueNamed(kind: string, path: Path): HomeIssueName {
  const [first, , within] = path;
  if (first === undefined || first === 'playbook') return 'not-a-playbook';
  if (kind === 'key') return within === 'with' ? 'unknown-step-parameter' : 'unknown-playbook-key';
  const isName = within === 'step' || (first === 'steps' && path.length === 2 && kind === 'choice');
  return isName ? 'unknown-step' : 'wrong-playbook-value';
}

/**
 * Reads a run that was saved as JSON, to compare another with it.
 *
 * @throws FoeprintError A4xx where the file cannot be read, H556 where it is no saved run of this form
 */
export async function readPlaybookRun(file: string, limits: Limits = DEFAULT_LIMITS): Promise<EarlierRun> {
  const text = await textOfFile(file, limits, HOME_ISSUES['not-a-saved-run']);
  const { success, data } = KeptRun.safeParse(parsedJson(text));
  if (!success)
    throw refusal('not-a-saved-run', `It is no run that this release of Foeprint saved.`, { file });
  const marking = data.markings.level === undefined ? undefined : tlpNamed(data.markings.level)?.name;
  return { ...data.answer, ...(marking === undefined ? {} : { marking }) };
}
