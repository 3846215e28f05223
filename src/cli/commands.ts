import { EXPECTED_ORDERS, PRIORITY_KINDS } from '../threat/index.ts';
import type { CommandDeclaration, OptionDeclaration } from './command.ts';
import { SELECTION_OPTIONS } from './selection-options.ts';

/** Whom groups are ranked for. */
const ORGANISATION: OptionDeclaration = {
  flags: '--org <file>',
  says: 'the organisation, as docs/organisation.md describes it',
};

/** How groups are ranked for an organisation. */
const RANKING_OPTIONS: readonly OptionDeclaration[] = [
  { flags: '-n, --top <count>', says: 'groups to show', value: 'integer', fallback: '15' },
  {
    flags: '--as-of <day>',
    says: 'day from which ages count; nothing published later is used',
    fallback: 'when the knowledge in view was last changed',
  },
  {
    flags: '--hide <name>',
    says: 'do not use this source, claimant, campaign or document (repeatable)',
    many: true,
  },
];

/** How groups are ranked where it is their techniques that are asked about. */
const COUNTING_OPTIONS: readonly OptionDeclaration[] = [
  { flags: '-n, --top <count>', says: 'groups that count', value: 'integer', fallback: '15' },
  ...RANKING_OPTIONS.slice(1),
];

/** The options of every command that asks what is covered; docs/coverage.md says what that means. */
const COVERAGE_OPTIONS: readonly OptionDeclaration[] = [
  {
    flags: '--coverage <file>',
    says: 'what is covered: a Navigator layer, DeTT&CT file, Sigma rules, CSV or list of ids; also a folder or archive of them (repeatable)',
    many: true,
  },
  {
    flags: '--ids-in-text',
    says: 'of coverage that is of no known format, every technique id in the text counts',
  },
];

/** Every command, in the order of `foeprint --help`: load, look, reason, keep. Add a row and a module to add a command. */
export const COMMANDS: readonly CommandDeclaration[] = [
  {
    name: 'threats',
    summary: 'groups documented against organisations like yours, in order and with reasons',
    details:
      'A score is a sum of named factors; their weights are settings, and what is not known is never counted as no. It is no forecast. Write the organisation with `foeprint org init`.',
    arguments: [],
    options: [
      ORGANISATION,
      ...RANKING_OPTIONS,
      { flags: '--explain <group>', says: 'the arithmetic of one group, down to the sentences' },
      { flags: '--all', says: 'explained: every telling', fallback: 'the first few of each factor' },
      {
        flags: '--what-if',
        says: 'what the order rests on: each source and factor left out, single tellings',
      },
      {
        flags: '--batch <file>',
        says: 'JSON Lines of victims {id, countries[], sectors[], bundle?, date?, hide[]?} instead of --org; writes {id, ranked} lines',
      },
      ...SELECTION_OPTIONS,
    ],
    examples: [
      { line: 'threats --org org.yaml', says: 'the first 15 groups and what says most for each' },
      { line: 'threats --org org.yaml --explain G0016', says: 'why this one stands where it does' },
      { line: 'threats --org org.yaml --what-if', says: 'how far the order hangs on single sources' },
      { line: 'threats --org org.yaml --hide tidal-groups --top 30', says: 'without a source' },
      {
        line: 'threats --batch events.jsonl -o ranked.jsonl',
        says: 'all groups for many victims, to be scored',
      },
    ],
    load: () => import('./commands/threats.ts'),
  },
  {
    name: 'expect',
    summary: 'techniques to expect from groups documented against organisations like yours',
    details:
      'By tactic, each with the groups that are told or held to use it, weighed by their place in the ranking, by how sure the use is and how lately it was told. It is no forecast. With --out ending in svg or png the techniques are drawn on the matrix.',
    arguments: [],
    options: [
      ORGANISATION,
      ...COUNTING_OPTIONS,
      {
        flags: '--limit <count>',
        says: 'most techniques to show',
        value: 'integer',
        fallback: '30; all in tables, layers and drawings',
      },
      {
        flags: '--tactic <tactic>',
        says: 'only of this tactic: id, name or short name, e.g. initial-access',
      },
      {
        flags: '--by <order>',
        says: 'the most expected first, or what is characteristic of these groups (expectation × rarity)',
        choices: EXPECTED_ORDERS,
        fallback: 'expectation',
      },
      {
        flags: '--explain <technique>',
        says: 'the arithmetic of one technique, with a sentence for each group',
      },
      { flags: '--layer <file>', says: 'also write it as a Navigator layer' },
      {
        flags: '--as <form>',
        says: 'as a table, or drawn on the matrix; also by the ending of --out',
        choices: ['csv', 'xlsx', 'svg', 'png'],
      },
      ...SELECTION_OPTIONS,
    ],
    examples: [
      { line: 'expect --org org.yaml', says: 'the 30 most expected techniques, by tactic' },
      { line: 'expect --org org.yaml --explain T1105', says: 'why one of them is to be expected' },
      {
        line: 'expect --org org.yaml --tactic initial-access --by rarity',
        says: 'how groups like these get in, and others do not',
      },
      {
        line: 'expect --org org.yaml --layer expected.json -o expected.xlsx',
        says: 'for the Navigator and a spreadsheet',
      },
    ],
    load: () => import('./commands/expect.ts'),
  },
  {
    name: 'priorities',
    summary: 'what helps most against what is to be expected: mitigations and detections, in order',
    details:
      'By the share of the expectation that each answers, and the step at which it adds most to what was taken before. Coverage (files of the organisation and of --coverage) and mitigations in place are taken off first; ids of other releases are carried to the one in view.',
    arguments: [],
    options: [
      ORGANISATION,
      ...COUNTING_OPTIONS,
      { flags: '--kind <kind>', says: 'only these', choices: PRIORITY_KINDS, fallback: 'both' },
      ...COVERAGE_OPTIONS,
      {
        flags: '--limit <count>',
        says: 'most to show of each kind',
        value: 'integer',
        fallback: '20; all in tables',
      },
      {
        flags: '--as <form>',
        says: 'as a table or an Excel file; also by the ending of --out',
        choices: ['csv', 'xlsx'],
      },
      ...SELECTION_OPTIONS,
    ],
    examples: [
      { line: 'priorities --org org.yaml', says: 'what to do first' },
      {
        line: 'priorities --org org.yaml --kind detections --limit 50 -o detections.html',
        says: 'with platforms and log sources, as a page',
      },
      {
        line: 'priorities --org org.yaml --coverage our-layer.json -o priorities.xlsx',
        says: 'only the gaps, for a spreadsheet',
      },
    ],
    load: () => import('./commands/priorities.ts'),
  },
  {
    name: 'playbook',
    summary: 'the whole investigation for an organisation as a report to hand over',
    details:
      'Summary for executives, ranked groups with reasons, how they work, what to do first, how sure it is, method and sources. The steps and their parameters can be written in a file, run again on newer knowledge and compared with the last run: what changed, and why. It is no forecast.',
    arguments: [],
    options: [
      { flags: '--org <file>', says: 'the organisation', fallback: 'the one that the playbook names' },
      { flags: '--file <file>', says: 'a playbook (YAML)', fallback: 'all steps as they come' },
      { flags: '--save-run <file>', says: 'keep what came of it as JSON, to compare a later run with it' },
      { flags: '--since <file>', says: 'a run that was kept: say what changed since, and why' },
      ...COVERAGE_OPTIONS,
      ...RANKING_OPTIONS.slice(1),
      ...SELECTION_OPTIONS,
    ],
    examples: [
      { line: 'playbook --org org.yaml -o report.html', says: 'the whole report as a page' },
      {
        line: 'playbook --org org.yaml -o report.md --save-run run.json',
        says: 'as Markdown, kept to be compared with',
      },
      { line: 'playbook --file playbook.yaml --org org.yaml --json', says: 'your own steps, for a script' },
      {
        line: 'playbook --org org.yaml -o news.html --since run.json',
        says: 'with what changed since that run',
      },
    ],
    load: () => import('./commands/playbook.ts'),
  },
];
