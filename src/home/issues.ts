import type { IssueDeclaration, Place } from '../facts/index.ts';
import { FoeprintError, issueOf } from '../facts/index.ts';

/** Everything that can be wrong with a home and its configuration. */
export const HOME_ISSUES = [
  {
    code: 'H501',
    name: 'configuration-not-found',
    severity: 'error',
    meaning: 'The configuration file asked for is not there, or cannot be read.',
    remedy: 'Check the path given to `--config`.',
  },
  {
    code: 'H502',
    name: 'configuration-not-yaml',
    severity: 'error',
    meaning: 'The configuration file is not valid YAML 1.2.',
    remedy:
      'Mind indentation with spaces, a space after `:`, and quotes around text with special characters.',
  },
  {
    code: 'H503',
    name: 'unknown-setting',
    severity: 'error',
    meaning: 'There is no setting of this name.',
    remedy: 'See docs/reference/config.md for all settings.',
  },
  {
    code: 'H504',
    name: 'wrong-setting',
    severity: 'error',
    meaning: 'The setting’s value is not of the kind it must be, or out of its range.',
    remedy: 'See docs/reference/config.md for what it may be.',
  },
  {
    code: 'H510',
    name: 'no-home',
    severity: 'error',
    meaning: 'It is not known where the home should be: the environment names no user folder.',
    remedy: 'Name one with `--home FOLDER` or the variable FOEPRINT_HOME.',
  },
  {
    code: 'H511',
    name: 'home-not-writable',
    severity: 'error',
    meaning: 'The home, or a file in it, cannot be made or written.',
    remedy: 'Check permissions and free space, or choose another with `--home FOLDER`.',
  },
  {
    code: 'H512',
    name: 'home-busy',
    severity: 'error',
    meaning: 'Another process has been writing the same file of the home for too long.',
    remedy: 'Wait for it to finish; if none is running, remove the `.lock` file named.',
  },
  {
    code: 'H513',
    name: 'source-not-loaded',
    severity: 'error',
    meaning: 'No source that is loaded, or that was forgotten, is called so.',
    remedy: 'See `foeprint sources` for numbers, ids, names, files and checksums.',
  },
  {
    code: 'H514',
    name: 'several-sources',
    severity: 'error',
    meaning: 'Several sources are called so.',
    remedy: 'Name one by its id, or say `--all`.',
  },
  {
    code: 'H531',
    name: 'nothing-kept',
    severity: 'error',
    meaning: 'The home has no copies of what was loaded, so its knowledge base cannot be made anew.',
    remedy: 'Load the sources again, or bring back a dump with `foeprint restore`.',
  },
  {
    code: 'H532',
    name: 'not-kept',
    severity: 'error',
    meaning: 'Of some sources no copy is kept: a rebuild would lose them.',
    remedy: 'Write a dump first with `foeprint dump`, or give them up with `--force`.',
  },
  {
    code: 'H520',
    name: 'unknown-source',
    severity: 'error',
    meaning: 'Neither ATT&CK nor the configuration has a source of this name.',
    remedy: 'Use `enterprise`, `mobile`, `ics`, or a name under `sources` in the configuration.',
  },
  {
    code: 'H521',
    name: 'kept-copy-damaged',
    severity: 'error',
    meaning: 'A copy kept under `sources/` is missing, or is no longer what was loaded.',
    remedy: 'Load the source again from where it came from.',
  },
  {
    code: 'H530',
    name: 'rules-not-found',
    severity: 'error',
    meaning: 'A rule pack or rule file that the settings or `--rules` name cannot be read.',
    remedy: 'Use `standard`, `reference`, or the path of a .dl file.',
  },
  {
    code: 'H540',
    name: 'dump-unreadable',
    severity: 'error',
    meaning: 'The dump to restore is missing, cannot be read, or its compression is damaged.',
    remedy: 'Check the path; if the file is there, copy it again from where it was made.',
  },
  {
    code: 'H541',
    name: 'home-not-empty',
    severity: 'error',
    meaning: 'A restore would take the place of what is stored.',
    remedy: 'Restore into another `--home`, or say `--replace`.',
  },
  {
    code: 'H551',
    name: 'not-a-playbook',
    severity: 'error',
    meaning: 'The file is no playbook: not UTF-8, not YAML, not a mapping, or not of a form that is known.',
    remedy: 'Write it as docs/playbook.md says, or start from `foeprint playbook init FILE`.',
  },
  {
    code: 'H552',
    name: 'unknown-playbook-key',
    severity: 'error',
    meaning: 'A playbook, a step in it or its weights have a key that nothing reads.',
    remedy: 'Correct its name or remove it; docs/playbook.md lists the keys.',
  },
  {
    code: 'H553',
    name: 'wrong-playbook-value',
    severity: 'error',
    meaning: 'A value of a playbook is not of the kind that it must be.',
    remedy: 'See docs/playbook.md for what it may be.',
  },
  {
    code: 'H554',
    name: 'unknown-step',
    severity: 'error',
    meaning: 'There is no step of this name.',
    remedy: 'docs/playbook.md lists the steps.',
  },
  {
    code: 'H555',
    name: 'unknown-step-parameter',
    severity: 'error',
    meaning: 'The step has no parameter of this name.',
    remedy: 'docs/playbook.md lists the parameters of every step.',
  },
  {
    code: 'H556',
    name: 'not-a-saved-run',
    severity: 'error',
    meaning:
      'A file to compare with is no run that `foeprint playbook --save-run` wrote, or one of another form.',
    remedy: 'Name a file that `--save-run` wrote; after an update of Foeprint, save a run anew.',
  },
] as const satisfies readonly IssueDeclaration[];

/** Name of an issue of {@link HOME_ISSUES}. */
export type HomeIssueName = (typeof HOME_ISSUES)[number]['name'];

const DECLARATION_OF = new Map<string, IssueDeclaration>(HOME_ISSUES.map((row) => [row.name, row]));

/** The declaration of an issue by its name. */
export function declarationOf(name: HomeIssueName): IssueDeclaration {
  const declaration = DECLARATION_OF.get(name);
  if (declaration === undefined) throw new RangeError(`no issue is named ${name}`);
  return declaration;
}

/** What to throw when something cannot be done with the home at all. */
export function refusal(name: HomeIssueName, message: string, place?: Place, hint?: string): FoeprintError {
  return new FoeprintError([issueOf(declarationOf(name), message, place, hint)]);
}
