import { sayNames, type EmulateAnswer } from '../../answers/index.ts';
import { dataTable, type DataTable } from '../../render/index.ts';
import { thingColumns } from '../words.ts';
import { LEFT_WORDS } from './standing-words.ts';

/** A plan as tables: its steps, their tests, and the tests that are not in it. */
export function emulateTables({ steps }: EmulateAnswer): readonly DataTable[] {
  const tests = steps.flatMap((step) => step.tests.map((planned) => ({ ...step, planned })));
  const left = steps.flatMap((step) => step.left.map((other) => ({ ...step, other })));
  return [
    dataTable('Steps', steps, {
      step: ({ number }) => number,
      tactic: ({ tactic }) => tactic.name,
      ...thingColumns('technique'),
      use: ({ use }) => use,
      through: ({ through }) => sayNames(through, '; '),
      date: ({ when }) => when?.date,
      'date is of': ({ when }) => when?.kind,
      standing: ({ standing }) => standing,
      tests: ({ tests: own }) => own.map(({ test }) => test.guid).join('; '),
      citation: ({ citation }) => citation?.name,
      address: ({ citation }) => citation?.url,
      sentence: ({ sentence }) => sentence,
    }),
    dataTable('Tests', tests, {
      step: ({ number }) => number,
      ...thingColumns('technique'),
      test: ({ planned }) => planned.test.name,
      uuid: ({ planned }) => planned.test.guid,
      'technique in the library': ({ planned }) => planned.test.technique,
      platforms: ({ planned }) => planned.platforms.join('; '),
      executor: ({ planned }) => planned.test.executor,
      administrator: ({ planned }) => planned.test.elevation,
      'values to give': ({ planned }) => planned.values.join('; '),
      prerequisites: ({ planned }) =>
        planned.test.dependencies.map(({ description }) => description).join('; '),
      'clean-up': ({ planned }) => planned.test.cleanup !== undefined,
      destructive: ({ planned }) => planned.destructive.join('; '),
      chosen: ({ planned }) => planned.reason,
    }),
    dataTable('Left out', left, {
      step: ({ number }) => number,
      ...thingColumns('technique'),
      test: ({ other }) => other.name,
      uuid: ({ other }) => other.guid,
      reason: ({ other }) => LEFT_WORDS[other.reason],
    }),
  ];
}
