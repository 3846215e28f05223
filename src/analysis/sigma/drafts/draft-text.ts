import type { Analytic, DraftLog } from '../../../answers/index.ts';
import { count, oneLine, yamlText } from '../../../text/index.ts';
import type { DraftGrounds, MadeDraft } from './draft-rules.ts';
import type { SelectionMap } from './trace.ts';

const LOG_NAMES: Readonly<Record<DraftLog['category'], string>> = {
  process_creation: 'Process Creation',
  ps_script: 'PowerShell Script Block',
  registry_set: 'Registry Value Set',
  file_event: 'File Creation',
  dns_query: 'DNS Query',
};
const SYSTEM_NAMES: Readonly<Record<DraftLog['product'], string>> = {
  windows: 'Windows',
  linux: 'Linux',
  macos: 'macOS',
};

/** The draft as a file: what is to be done at its top, then the rule. */
export function draftText(
  { technique, tactics, groups, release, date, library }: DraftGrounds,
  id: string,
  { log, selections, tests, analytics, proven, others, othersMatched }: MadeDraft,
): string {
  const { product, category } = log;
  const rule = yamlText({
    title: titleOf(technique, log, selections),
    id,
    status: 'experimental',
    description: `Detects what ${count(tests.length, 'test')} of ${technique.id} in ${oneLine(library)} would leave in this log, by ATT&CK ${release}. A draft: it was proven on ${count(proven, 'event')} made from these tests, and on nothing else.`,
    references: [
      ...tests.map(({ guid, name }) => `Test ${guid}: ${oneLine(name)}`),
      ...analytics.map((each) => `Analytic ${idOf(each)} of MITRE ATT&CK ${release}`),
    ],
    author: 'Foeprint',
    date,
    tags: [
      ...tactics.map((tactic) => `attack.${tactic}`),
      `attack.${technique.id.toLowerCase()}`,
      ...groups.map((group) => `attack.${group.toLowerCase()}`),
    ],
    logsource: { category, product },
    detection: detectionOf(selections),
    falsepositives: [
      'Administrators and software that do the same for reasons of their own',
      ...(othersMatched === 0 ? [] : [`${othersMatched} of ${others} events of tests of other techniques`]),
    ],
    // What everybody looks up is no reason to wake anybody.
    level: othersMatched > 0 || tactics.every((tactic) => tactic === 'discovery') ? 'low' : 'medium',
  });
  const todo = [
    'Take out of the selections what is a choice of the test, or only prepares it, and nothing that an adversary does.',
    ...elsewhere(technique.id, tests),
    'Hold it against a month of your own logs, and add filters: it was held against made-up events only.',
    `It matches ${othersMatched} of ${count(others, 'event')} made from tests of other techniques.`,
    ...(analytics.length === 0
      ? ['No analytic of ATT&CK looks in this log for the technique: see whether another log says more.']
      : analytics.flatMap(analyticTodo)),
  ];
  return `${todo.map((line) => `# TODO ${line}\n`).join('')}${rule}`;
}

/** Tests that their library has under another id, which could be that of several techniques here. */
function elsewhere(id: string, tests: MadeDraft['tests']): readonly string[] {
  const ids = [...new Set(tests.map(({ technique }) => technique))].filter((other) => other !== id);
  return ids.length === 0
    ? []
    : [
        `Their library has tests of it under ${ids.join(', ')}: see whether they are of ${id}, and leave out the others.`,
      ];
}

/** Logs of an analytic that are named at most. */
const MOST_LOGS = 6;

/** What an analytic looks for and where, and what of it is to be set. */
function analyticTodo(analytic: Analytic): readonly string[] {
  const id = idOf(analytic);
  const logs = [
    ...new Set(analytic.logSources.map(({ name, channel }) => oneLine(`${name} (${channel})`).slice(0, 120))),
  ];
  const more = logs.length > MOST_LOGS ? `, and ${logs.length - MOST_LOGS} more` : '';
  return [
    `Compare with what ${id} of ATT&CK looks for: ${oneLine(analytic.description).slice(0, 600)}`,
    ...(logs.length === 0 ? [] : [`${id} looks in ${logs.slice(0, MOST_LOGS).join('; ')}${more}.`]),
    ...analytic.tuning.map(
      ({ field, description }) =>
        `Set what ${id} calls ${oneLine(field)}: ${oneLine(description).slice(0, 300)}`,
    ),
  ];
}

function idOf({ analytic }: Analytic): string {
  return analytic.label || oneLine(analytic.name);
}

/** Programs that a title names at most; with 14 characters of each and 45 of the technique it is never too long. */
const MOST_NAMED = 2;

/** `Draft - T1003.003 NTDS - Vssadmin and Ntdsutil on Windows`; of other logs, their name. */
function titleOf(
  technique: DraftGrounds['technique'],
  { product, category }: DraftLog,
  selections: readonly SelectionMap[],
): string {
  const name = oneLine(technique.name)
    .replaceAll(
      /(?<=^|\s)(?!(?:a|an|and|as|at|by|for|from|in|into|of|on|or|over|the|to|via|with)\s)[a-z]/gu,
      (letter) => letter.toUpperCase(),
    )
    .slice(0, 45);
  const programs = [
    ...new Set(
      selections.flatMap(({ 'Image|endswith': image }) =>
        typeof image === 'string' ? [image.replace(/^[\\/]/u, '').replace(/\.exe$/u, '')] : [],
      ),
    ),
  ].map((program) => `${program.charAt(0).toUpperCase()}${program.slice(1, 14)}`);
  const via =
    programs.length === 0
      ? LOG_NAMES[category]
      : programs.length > MOST_NAMED
        ? `${programs[0] ?? ''} and ${programs.length - 1} More`
        : programs.join(' and ');
  return `Draft - ${technique.id} ${name} - ${via} on ${SYSTEM_NAMES[product]}`;
}

/** Selections and their condition, as rules have them. */
export function detectionOf(
  selections: readonly SelectionMap[],
): Readonly<Record<string, SelectionMap | string>> {
  const [only] = selections;
  if (selections.length === 1 && only !== undefined) return { selection: only, condition: 'selection' };
  return {
    ...Object.fromEntries(selections.map((selection, index) => [`selection_${index + 1}`, selection])),
    condition: '1 of selection_*',
  };
}
