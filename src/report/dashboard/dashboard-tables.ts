import type { DashboardAnswer } from '../../answers/index.ts';
import { dataTable, type DataTable } from '../../render/index.ts';
import { COVERAGE_STAGES, STAGE_LABELS } from '../../threat/index.ts';
import { idCell, idOf, shareCell, thingColumns } from '../words.ts';

/** The lists of a dashboard as tables. Several values of a cell are separated by `; `. */
export function dashboardTables({
  activity,
  tactics,
  trend,
  gaps,
  recent,
  seen,
}: DashboardAnswer): readonly DataTable[] {
  return [
    dataTable('Gaps', gaps, {
      id: ({ coverage }) => idCell(coverage.technique),
      name: ({ coverage }) => coverage.technique.name,
      expectation: ({ coverage }) => shareCell(coverage.weight),
      level: ({ coverage }) => coverage.level,
      stage: ({ coverage }) => coverage.stage,
      'logs at hand': ({ coverage }) => (coverage.logsAtHand ? 'yes' : 'no'),
      why: ({ coverage }) => coverage.reasons.map(({ sentence }) => sentence).join(' '),
      'used by': ({ usedBy }) => usedBy.map(idOf).join('; '),
      sentence: ({ sentence }) => sentence,
      citation: ({ citation }) => citation?.name,
      address: ({ citation }) => citation?.url,
    }),
    dataTable(
      'Activity',
      activity.flatMap(({ group, rank, share, cells }) =>
        cells.map((cell, place) => ({ group, rank, share, tactic: tactics[place]?.name, ...cell })),
      ),
      {
        ...thingColumns('group'),
        rank: ({ rank }) => rank,
        share: ({ share }) => shareCell(share),
        tactic: ({ tactic }) => tactic,
        'techniques used': ({ used }) => used,
        'rule to hand or more': ({ rule }) => rule,
        deployed: (cell) => cell.deployed,
      },
    ),
    dataTable('Trend', trend, {
      period: ({ label }) => label,
      day: ({ day }) => day,
      'deployed share': ({ share }) => shareCell(share),
      ...Object.fromEntries(
        COVERAGE_STAGES.map((stage) => [
          STAGE_LABELS[stage],
          ({ counts }: DashboardAnswer['trend'][number]) => counts.byStage[stage],
        ]),
      ),
    }),
    dataTable('New', recent, {
      ...thingColumns('technique'),
      group: ({ group }) => idCell(group),
      reported: ({ date }) => date,
      level: ({ level }) => level,
      sentence: ({ sentence }) => sentence,
      citation: ({ citation }) => citation?.name,
      address: ({ citation }) => citation?.url,
    }),
    dataTable('Seen', seen, {
      ...thingColumns('technique'),
      'in the sector': (each) => each.seen.sector,
      'share of the sector': (each) => shareCell(each.seen.sectorShare),
      organisations: (each) => each.seen.organisations,
      own: (each) => each.seen.own,
      'own share': (each) => shareCell(each.seen.ownShare),
      level: ({ level }) => level,
    }),
  ];
}
