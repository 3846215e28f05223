// How often the right group stands in front, and how far probabilities can be believed: `npm run bench:triage`. Incidents are reports and
// campaigns of ATT&CK itself; what must not be known of each is hidden. docs/triage.md says why so, and what came of it.
import { parseArgs } from 'node:util';
import { laterReports, leaveOneCampaignOut, leaveOneReportOut, type Incident } from './incidents.ts';
import { placesBy } from './measure.ts';
import { METHODS } from './methods.ts';
import { NOISES, withNoise } from './noise.ts';
import { rowOf } from './place.ts';
import { openRelease, RELEASES, type Release } from './release.ts';
import { scorePredictions, writeIncidents } from './files.ts';
import { trainedOn } from './train.ts';
import { placesWithVictims } from './victim.ts';

const { values: asked } = parseArgs({
  options: {
    train: { type: 'boolean', default: false },
    noise: { type: 'boolean', default: false },
    victim: { type: 'boolean', default: false },
    until: { type: 'string' },
    write: { type: 'string' },
    score: { type: 'string' },
  },
});

/** Up to this release probabilities may be trained and anything tried; what came later is there to test it. */
const TRAINED_ON = '14.1';

const names = asked.train
  ? [TRAINED_ON]
  : RELEASES.filter((name) => Number(name) <= Number(asked.until ?? Infinity));
if (names.some((name) => !RELEASES.includes(name)) || names.length === 0) {
  console.log('Nothing is measured: this needs releases of ATT&CK Enterprise in ../shared/data/attack.');
  process.exit(0);
}
const releases = new Map(names.map((name) => [name, openRelease(name)]));
const all = [...releases.values()];
const newest = all.at(-1);
if (newest === undefined) throw new RangeError();

/** Incidents of one kind. */
interface Task {
  readonly name: string;
  readonly incidents: readonly Incident[];
  /** Above these figures (top 1, 5, 10) something of the answer has leaked into the profiles. */
  readonly leakAbove?: string;
}

function tasksOf(last: Release): readonly Task[] {
  const rolling = all.slice(1).flatMap((newer, at) => laterReports(all[at] ?? last, newer));
  const middle = releases.get(TRAINED_ON);
  return [
    { name: 'A, leave one campaign out', incidents: leaveOneCampaignOut(last), leakAbove: '0.48 (top 1)' },
    {
      name: 'B, leave one report out',
      incidents: leaveOneReportOut(last, 'strict'),
      leakAbove: '0.50 / 0.72 / 0.80',
    },
    { name: 'B, and what came out within 60 days', incidents: leaveOneReportOut(last, 'window') },
    {
      name: 'B, known a month before',
      incidents: leaveOneReportOut(last, 'as-of'),
      leakAbove: '0.39 / 0.57 / 0.64',
    },
    {
      name: 'C, later reports, from release to release',
      incidents: rolling,
      leakAbove: '0.45 / 0.77 / 0.86',
    },
    ...(middle === undefined || middle === last
      ? []
      : [
          {
            name: `C, ${middle.name} and reports of ${last.name}`,
            incidents: laterReports(middle, last),
            leakAbove: '0.33 / 0.63 / 0.75',
          },
        ]),
  ];
}

function measure({ name, incidents, leakAbove }: Task, last: Release, methods = METHODS): void {
  const listed = incidents.filter(({ group }) => group !== undefined);
  const groups = new Set(listed.map(({ group }) => group)).size;
  console.log(
    `\n${name}: ${listed.length} incidents of ${groups} groups; ${incidents.length - listed.length} more of groups that are not listed`,
  );
  if (leakAbove !== undefined) console.log(`Figures above ${leakAbove} mean a leak.`);
  const rows = [...placesBy(methods, listed, releases, last)].map(([method, places]) => [
    method.name,
    rowOf(places),
  ]);
  console.table(Object.fromEntries(rows));
}

if (asked.train) console.log(trainedOn(newest, leaveOneReportOut(newest, 'as-of')));
else if (asked.victim) {
  const rows = Object.entries(placesWithVictims(newest)).map(([name, places]) => [
    name,
    { incidents: places.length, ...rowOf(places) },
  ]);
  console.log('A, campaigns whose text names a victim country');
  console.table(Object.fromEntries(rows));
} else if (asked.score !== undefined) console.table(scorePredictions(asked.score));
else if (asked.write !== undefined) writeIncidents(asked.write, tasksOf(newest), releases);
else {
  const tasks = tasksOf(newest);
  for (const task of tasks) measure(task, newest);
  if (asked.noise)
    for (const noise of NOISES)
      for (const { name, incidents } of tasks.filter((task) => task.leakAbove !== undefined))
        measure(
          { name: `${name}, ${noise.name}`, incidents: withNoise(incidents, noise) },
          newest,
          METHODS.filter((method) => method.name !== 'prior: number of reports'),
        );
}
