import type { CoverageGapsAnswer, CoverageShowAnswer, TechniqueCoverage } from '../../answers/index.ts';
import { dataTable, type DataTable } from '../../render/index.ts';
import { idCell, rounded, shareCell, thingColumns } from '../words.ts';

/** Coverage as tables: techniques, platforms, evidence, logs, and ids of other releases. Several values of a cell are separated by `; `. */
export function coverageShowTables({ techniques, carried }: CoverageShowAnswer): readonly DataTable[] {
  return tablesOf('Techniques', techniques, carried);
}

/** Gaps as tables, the same. */
export function coverageGapsTables({ gaps, carried }: CoverageGapsAnswer): readonly DataTable[] {
  return tablesOf('Gaps', gaps, carried);
}

function tablesOf(
  name: string,
  techniques: readonly TechniqueCoverage[],
  { carried }: CoverageShowAnswer['carried'],
): readonly DataTable[] {
  return [
    dataTable(name, techniques, {
      ...thingColumns('technique'),
      level: ({ level }) => level,
      stage: ({ stage }) => stage,
      weight: ({ weight }) => rounded(weight),
      'logs at hand': ({ logsAtHand }) => (logsAtHand ? 'yes' : 'no'),
      platforms: ({ platforms }) => platforms.map((each) => `${each.platform} ${each.level}`).join('; '),
      'sub-techniques': ({ parts }) => parts?.subtechniques,
      'of those deployed': ({ parts }) => parts?.reached,
      'mean of their levels': ({ parts }) => (parts === undefined ? undefined : shareCell(parts.mean)),
      evidence: ({ of }) => of,
      why: ({ reasons }) => reasons.map(({ sentence }) => sentence).join(' '),
    }),
    dataTable(
      'Evidence',
      techniques.flatMap(({ technique, evidence }) => evidence.map((each) => ({ technique, ...each }))),
      {
        ...thingColumns('technique'),
        stage: ({ stage }) => stage,
        kind: ({ kind }) => kind,
        rule: ({ rule }) => rule,
        title: ({ title }) => title,
        platforms: ({ platforms }) => platforms.join('; '),
        date: ({ date }) => date,
        'kept as': ({ inventory }) => inventory,
        'kept from': ({ inventoryDate }) => inventoryDate,
        file: ({ file }) => file,
        'id in the file': ({ from }) => from,
        analytic: ({ analytic }) => (analytic === undefined ? undefined : idCell(analytic)),
        'log source': ({ logSource }) => logSource,
      },
    ),
    dataTable(
      'Logs',
      techniques.flatMap(({ technique, logs }) => logs.map((each) => ({ technique, ...each }))),
      {
        ...thingColumns('technique'),
        strategy: ({ strategy }) => idCell(strategy),
        analytic: ({ analytic }) => idCell(analytic),
        platforms: ({ platforms }) => platforms.join('; '),
        'log source': ({ logSource }) => logSource,
        channel: ({ channel }) => channel,
        'data component': ({ component }) => component,
        'at hand': ({ isAvailable }) => (isAvailable ? 'yes' : 'no'),
        'rules that look there': ({ readBy }) => readBy,
      },
    ),
    dataTable('Ids of other releases', carried, {
      from: ({ from }) => from,
      to: ({ to }) => to,
      standing: ({ standing }) => standing,
      reason: ({ reason }) => reason,
      file: ({ file }) => file,
    }),
  ];
}
