import type { EmulateAnswer, EmulationStep, PlannedTest } from '../../answers/index.ts';
import { csv } from '../../render/index.ts';
import type { ToolFile } from '../tool-file.ts';

/**
 * A plan as run lists for what runs Atomic Red Team: as JSON and CSV with all that is needed, and as a plain list of technique and UUID,
 * one to a line, as `Invoke-AtomicTest TECHNIQUE -TestGuids UUID` takes them. Techniques are those of the library, whose ids may be of
 * another release.
 */
export function atomicFiles({ steps, group, release, library }: EmulateAnswer): readonly ToolFile[] {
  const runs = steps.flatMap((step) => step.tests.map((planned) => runOf(step, planned)));
  if (runs.length === 0) return [];
  const plan = { group: group.label || group.name, release, library: library.name, tests: runs };
  const cells = runs.map((run) =>
    Object.values(run).map((value) => (Array.isArray(value) ? value.join('; ') : oneCell(value))),
  );
  return [
    { path: 'atomic/run-list.json', text: `${JSON.stringify(plan, undefined, 1)}\n`, form: 'json' },
    { path: 'atomic/run-list.csv', text: csv(Object.keys(runs[0] ?? {}), cells), form: 'csv' },
    {
      path: 'atomic/guids.txt',
      text: runs.map(({ technique, guid }) => `${technique} ${guid}\n`).join(''),
      form: 'yaml',
    },
  ];
}

function runOf(
  { number, technique, tactic }: EmulationStep,
  { test, platforms, values, destructive }: PlannedTest,
) {
  return {
    step: number,
    tactic: tactic.name,
    technique: test.technique,
    technique_in_view: technique.label,
    guid: test.guid,
    name: test.name,
    executor: test.executor,
    elevation: test.elevation,
    platforms,
    values_to_give: values,
    prerequisites: test.dependencies.length,
    cleanup: test.cleanup !== undefined,
    destructive,
  };
}

function oneCell(value: unknown): string | number | boolean {
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value);
}
