import { issueTable } from '../facts/index.ts';

/** What can be wrong with a command line beyond what its parser says. */
export const CLI_ISSUES = issueTable({
  cannotWrite: {
    code: 'C701',
    meaning: 'The file for the answer cannot be written.',
    remedy: 'Check the folder, its permissions and the space left; or leave out `--out`.',
  },
  needsFile: {
    code: 'C703',
    meaning: 'The answer is a binary file, which no terminal can show.',
    remedy: 'Name the file to write with `--out`.',
  },
  cannotReadFile: {
    code: 'C705',
    meaning: 'A file named by an option cannot be read.',
    remedy: 'Check the path and its permissions.',
  },
  notNamed: {
    code: 'C708',
    name: 'layer-not-named',
    meaning: 'A layer to combine was given without the name that the expression calls it by.',
    remedy: 'Write it as name=file, e.g. `threat=apt28.json`.',
  },
  wouldOverwrite: {
    code: 'C711',
    meaning:
      'A migrated file would be written over the file that it is made from, or over another migrated one.',
    remedy: 'Name another folder with `--into`; migrate files of the same name one after the other.',
  },
  folderHolds: {
    code: 'C737',
    meaning:
      'A folder to write an answer into holds files by the same names that were not written there, or were changed since.',
    remedy: 'Name another folder, or say `--force` to write over them; what is in them is lost then.',
  },
  noFolder: {
    code: 'C738',
    meaning: 'An answer of several files cannot be written into the folder that is named.',
    remedy: 'Name a folder whose parent is there, that is no link and can be written into.',
  },
  fileExists: {
    code: 'C714',
    meaning: 'The file to write is there already.',
    remedy: 'Name another file, or move that one away; where the command has `--force`, it writes over it.',
  },
  optionsMissing: {
    code: 'C715',
    meaning: 'There is nobody to ask, and the options do not say what is needed.',
    remedy: 'Give the options named, or run the command on a terminal without `--yes`.',
  },
  optionNotUnderstood: {
    code: 'C716',
    meaning: 'The value of an option is not of its vocabulary, or not of the form that it must have.',
    remedy: 'See docs/organisation.md for what it may be; nothing was written.',
  },
  notAnswered: {
    code: 'C717',
    meaning: 'The questions were left before the last one.',
    remedy: 'Start again, or give what is known as options; nothing was written.',
  },
  notUtf8: {
    code: 'C712',
    meaning: 'A file is not UTF-8 text, so it cannot be changed without harm.',
    remedy: 'Save it as UTF-8; it was left out.',
  },
  cannotAnswerAs: {
    code: 'C718',
    meaning: 'The ending of the file for the answer names a form that the command does not have.',
    remedy: 'Give the file an ending of a form that it has, or say `--format`.',
  },
  noOrganisation: {
    code: 'C720',
    meaning: 'The question is about an organisation, and none is named.',
    remedy:
      'Name its file with `--org FILE`, call it `org.yaml` and be in its folder, or keep it: `foeprint org keep FILE`; `foeprint org init` writes one.',
  },
  unknownCommand: {
    code: 'C770',
    meaning: 'There is no command of this name.',
    remedy: 'See `foeprint --help`.',
  },
  unknownOption: {
    code: 'C771',
    meaning: 'The command has no option of this name.',
    remedy: 'See the help of the command: `foeprint COMMAND --help`.',
  },
  missingArgument: {
    code: 'C772',
    meaning: 'The command needs something to be named that is not.',
    remedy: 'See the examples of its help: `foeprint COMMAND --help`.',
  },
  missingValue: {
    code: 'C773',
    meaning: 'An option that takes a value stands without one.',
    remedy: 'Write it behind the option.',
  },
  wrongValue: {
    code: 'C774',
    meaning: 'The value of an option is none of those that it takes, or no number.',
    remedy: 'Write one that it takes.',
  },
  noList: {
    code: 'C776',
    meaning: 'An answer that is no list was asked for line by line.',
    remedy: 'Ask for it as a whole with `--json`.',
  },
  noReasons: {
    code: 'C777',
    meaning: 'An answer that has no reasons to be left out was asked for without them.',
    remedy: 'Ask for it as it is with `--json`.',
  },
  severalReports: {
    code: 'C851',
    meaning: 'A file has several reports, and what is asked reads one.',
    remedy: 'Keep them with `foeprint report add FILE`, and ask for each with `foeprint report show`.',
  },
  noReport: {
    code: 'C852',
    meaning: 'A report is to be read, and none is named.',
    remedy: 'Name a file or an address, or `-` for standard input; of many reports `--batch FILE`.',
  },
  noTerminal: {
    code: 'C850',
    meaning: 'A review asks key by key, and nobody can be asked: standard input or output is no terminal.',
    remedy: 'Name what is decided with `--accept`, `--change`, `--reject` or `--undo`.',
  },
  tooManyArguments: {
    code: 'C775',
    meaning: 'More is named than the command takes.',
    remedy: 'Put what has spaces in quotes.',
  },
  markedAbove: {
    code: 'C735',
    meaning: 'A file that is to be used is marked above the level that the answer is bounded by.',
    remedy: 'Leave it out, or raise `--tlp`.',
  },
  noBaseline: {
    code: 'C745',
    meaning: 'A file to compare with is no earlier answer of its kind.',
    remedy:
      'Name a file that the same command wrote with `--json -o FILE`: `coverage gaps`, `coverage show` or `dashboard`.',
  },
  oneStream: {
    code: 'C736',
    meaning: 'Several inputs are named for a stream, which has one.',
    remedy: 'Name one file, or `-` for standard input.',
  },
  playbookExists: {
    code: 'C730',
    meaning: 'A playbook would be written over a file that is there.',
    remedy: 'Choose another name, or say `--force`.',
  },
});
