import { FoeprintError, issueOf, issueTable, type Place } from '../facts/index.ts';

/** Everything that can be wrong with a home and its configuration. */
export const HOME_ISSUES = issueTable({
  'configuration-not-found': {
    code: 'H501',
    meaning: 'The configuration file asked for is not there, or cannot be read.',
    remedy: 'Check the path given to `--config`.',
  },
  'configuration-not-yaml': {
    code: 'H502',
    meaning: 'The configuration file is not valid YAML 1.2.',
    remedy:
      'Mind indentation with spaces, a space after `:`, and quotes around text with special characters.',
  },
  'unknown-setting': {
    code: 'H503',
    meaning: 'There is no setting of this name.',
    remedy: 'See docs/reference/config.md for all settings.',
  },
  'wrong-setting': {
    code: 'H504',
    meaning: 'The setting’s value is not of the kind it must be, or out of its range.',
    remedy: 'See docs/reference/config.md for what it may be.',
  },
  'server-of-project': {
    code: 'H505',
    meaning:
      'Servers that are sent a password, token or key are named in the configuration of a folder that a command is run in, which may be somebody else’s.',
    remedy: 'Name them in the home’s own configuration, or name the file with `--config`.',
  },
  'unknown-token': {
    code: 'H570',
    meaning: 'There is no token of the API of this name or id.',
    remedy: 'See `foeprint token list`.',
  },
  'token-exists': {
    code: 'H571',
    meaning: 'There is a token of the API of this name already.',
    remedy: 'Name it otherwise, or take the other back with `foeprint token revoke`.',
  },
  'tokens-not-legible': {
    code: 'H572',
    meaning: 'The file of the tokens of the API is not what Foeprint wrote; nobody is let in by it.',
    remedy: 'Remove it, and make tokens anew with `foeprint token add`.',
  },
  'no-time-to-come': {
    code: 'H573',
    meaning: 'A token of the API is to end on a day that is none, or is past.',
    remedy: 'Write a day to come as year, month and day: 2027-03-31.',
  },
  'no-home': {
    code: 'H510',
    meaning: 'It is not known where the home should be: the environment names no user folder.',
    remedy: 'Name one with `--home FOLDER` or the variable FOEPRINT_HOME.',
  },
  'home-not-writable': {
    code: 'H511',
    meaning: 'The home, or a file in it, cannot be made or written.',
    remedy: 'Check permissions and free space, or choose another with `--home FOLDER`.',
  },
  'home-busy': {
    code: 'H512',
    meaning: 'Another process has been writing the same file of the home for too long.',
    remedy: 'Wait for it to finish; if none is running, remove the `.lock` file named.',
  },
  'source-not-loaded': {
    code: 'H513',
    meaning: 'No source that is loaded, or that was forgotten, is called so.',
    remedy: 'See `foeprint sources` for numbers, ids, names, files and checksums.',
  },
  'several-sources': {
    code: 'H514',
    meaning: 'Several sources are called so.',
    remedy: 'Name one by its id, or say `--all`.',
  },
  'nothing-kept': {
    code: 'H531',
    meaning: 'The home has no copies of what was loaded, so its knowledge base cannot be made anew.',
    remedy: 'Load the sources again, or bring back a dump with `foeprint restore`.',
  },
  'not-kept': {
    code: 'H532',
    meaning: 'Of some sources no copy is kept: a rebuild would lose them.',
    remedy: 'Write a dump first with `foeprint dump`, or give them up with `--force`.',
  },
  'unknown-source': {
    code: 'H520',
    meaning: 'Neither ATT&CK nor the configuration has a source of this name.',
    remedy:
      'Use `enterprise`, `mobile`, `ics`, a name under `sources` in the configuration, or `feed:NAME`, `taxii:NAME`, `misp:NAME` of a server in it.',
  },
  'kept-copy-damaged': {
    code: 'H521',
    meaning: 'A copy kept under `sources/` is missing, or is no longer what was loaded.',
    remedy: 'Load the source again from where it came from.',
  },
  'rules-not-found': {
    code: 'H530',
    meaning: 'A rule pack or rule file that the settings or `--rules` name cannot be read.',
    remedy: 'Use `standard`, `reference`, or the path of a .dl file.',
  },
  'dump-unreadable': {
    code: 'H540',
    meaning: 'The dump to restore is missing, cannot be read, or its compression is damaged.',
    remedy: 'Check the path; if the file is there, copy it again from where it was made.',
  },
  'home-not-empty': {
    code: 'H541',
    meaning: 'A restore would take the place of what is stored.',
    remedy: 'Restore into another `--home`, or say `--replace`.',
  },
  'nowhere-to-publish': {
    code: 'H560',
    meaning: 'Sightings are to be published, and no folder is named.',
    remedy: 'Name one with `--parquet FOLDER`.',
  },
  'nothing-to-make-up': {
    code: 'H561',
    meaning: 'Sightings are to be made up of no techniques or groups, or until a month that there is not.',
    remedy: 'Load ATT&CK with `foeprint sync`, and write the month as `2026-10`.',
  },
  'unknown-coverage': {
    code: 'H580',
    meaning: 'No coverage that is kept is called so, or several are.',
    remedy: 'See `foeprint coverage list` for names and ids.',
  },
  'coverage-damaged': {
    code: 'H581',
    meaning: 'A file of kept coverage is not legible. The others are used.',
    remedy: 'Remove the file named, and import the coverage again.',
  },
  'no-organisation': {
    code: 'H582',
    meaning: 'The home keeps no organisation, or none that the clearance lets through.',
    remedy: 'Keep one with `foeprint org keep org.yaml`.',
  },
  'organisation-marked': {
    code: 'H583',
    meaning:
      'The organisation that the home keeps is marked above the clearance of whoever would replace it.',
    remedy: 'Somebody who is cleared for it replaces it, or takes it out: `foeprint org remove`.',
  },
  'organisation-damaged': {
    code: 'H584',
    meaning:
      'The file with the organisation that the home keeps is not legible. Questions are asked as if none were kept.',
    remedy: 'Remove the file named, and keep the organisation again: `foeprint org keep org.yaml`.',
  },
  'report-gone': {
    code: 'H590',
    meaning: 'A report that was to be decided on was taken out of the home meanwhile.',
    remedy: 'Add it again with `foeprint report add`.',
  },
  'report-damaged': {
    code: 'H591',
    meaning: 'The file of a kept report is not legible. The others are used.',
    remedy: 'Remove the file named, and add the report again.',
  },
  'not-a-report': {
    code: 'H592',
    meaning: 'A file of data or code would pass for words, and is no report.',
    remedy: 'If it is prose, give it the ending .txt or .md.',
  },
  'empty-report': {
    code: 'H593',
    meaning: 'A report has neither words nor anything that it names: there is nothing to keep.',
    remedy: 'Look whether the file is whole; of STIX and MISP, whether its objects came with it.',
  },
  'no-report-in-folder': {
    code: 'H594',
    meaning: 'A folder has no file that could be a report.',
    remedy: 'Name the files, or the folder that they lie in; what is hidden, and links, are not looked at.',
  },
  'other-files': {
    code: 'H595',
    severity: 'warning',
    meaning: 'Files of a folder were passed over: by their names they are no reports.',
    remedy: 'Name those that are nevertheless one by one.',
  },
  'several-reports': {
    code: 'H596',
    meaning: 'A title, a date or an address is given for several reports, and each has its own.',
    remedy: 'Add that report by itself, or leave these options out.',
  },
  'report-marked': {
    code: 'H597',
    meaning: 'A report that is added is kept already, and marked above the clearance of whoever adds it.',
    remedy: 'Somebody who is cleared for it changes what is stated of it.',
  },
  'assertion-marked': {
    code: 'H598',
    meaning:
      'The same source asserted the same before, and that is marked above the clearance of whoever asserts it.',
    remedy: 'Somebody who is cleared for it changes it; or name another source.',
  },
  'unknown-entry': {
    code: 'H600',
    meaning: 'The journal has no entry of this number, or nothing in it can be undone.',
    remedy: 'See `foeprint journal` for the entries and which of them can be undone.',
  },
  'already-undone': {
    code: 'H601',
    meaning: 'The entry was undone before.',
    remedy: 'To do it again, undo the entry that undid it: `foeprint journal` names it.',
  },
  'not-undoable': {
    code: 'H602',
    meaning: 'What an entry of the journal did cannot be undone: nothing was kept that would bring it back.',
    remedy: 'Do what is wanted instead; `foeprint journal` shows which entries can be undone.',
  },
  'changed-since': {
    code: 'H603',
    meaning:
      'What an entry of the journal changed was changed again since, so that undoing it would lose that.',
    remedy: 'Undo the later entries first; `foeprint journal` lists them.',
  },
  'under-way': {
    code: 'H604',
    meaning: 'The change that an entry of the journal is about is still being made.',
    remedy: 'Wait for it to end.',
  },
  expired: {
    code: 'H605',
    meaning:
      'What would undo an entry of the journal is not kept any more: too many changes came after it, it was too long ago, or it took too much.',
    remedy:
      'Do what is wanted instead. How much is kept say `undo.entries`, `undo.days` and `undo.keptBytes` in the configuration.',
  },
  'not-a-playbook': {
    code: 'H551',
    meaning: 'The file is no playbook: not UTF-8, not YAML, not a mapping, or not of a form that is known.',
    remedy: 'Write it as docs/playbook.md says, or start from `foeprint playbook init FILE`.',
  },
  'unknown-playbook-key': {
    code: 'H552',
    meaning: 'A playbook, a step in it or its weights have a key that nothing reads.',
    remedy: 'Correct its name or remove it; docs/playbook.md lists the keys.',
  },
  'wrong-playbook-value': {
    code: 'H553',
    meaning: 'A value of a playbook is not of the kind that it must be.',
    remedy: 'See docs/playbook.md for what it may be.',
  },
  'unknown-step': {
    code: 'H554',
    meaning: 'There is no step of this name.',
    remedy: 'docs/playbook.md lists the steps.',
  },
  'unknown-step-parameter': {
    code: 'H555',
    meaning: 'The step has no parameter of this name.',
    remedy: 'docs/playbook.md lists the parameters of every step.',
  },
  'not-a-saved-run': {
    code: 'H556',
    meaning:
      'A file to compare with is no run that `foeprint playbook --save-run` wrote, or one of another form.',
    remedy: 'Name a file that `--save-run` wrote; after an update of Foeprint, save a run anew.',
  },
});

/** Name of an issue of {@link HOME_ISSUES}. */
export type HomeIssueName = keyof typeof HOME_ISSUES;

/** What to throw when something cannot be done with the home at all. */
export function refusal(name: HomeIssueName, message: string, place?: Place, hint?: string): FoeprintError {
  return new FoeprintError([issueOf(HOME_ISSUES[name], message, place, hint)]);
}
