import type { EmulateAnswer, EmulationStep, PlannedTest } from '../../answers/index.ts';
import { deterministicUuid } from '../../facts/index.ts';
import { defined, groupedBy, yamlText, type YamlValue } from '../../text/index.ts';
import { calderaCommand, calderaExecutors } from '../caldera/executors.ts';
import { pathPart, type ToolFile } from '../tool-file.ts';

/**
 * A plan as an emulation plan in the form of CTID’s Adversary Emulation Library, format version 1.0: a list of the plan’s details and
 * of one entry for each test. Commands keep their arguments, whose defaults stand beside them, as readers of such plans want it.
 */
export function ctidFiles(plan: EmulateAnswer): readonly ToolFile[] {
  const phases = [...groupedBy(plan.steps, ({ tactic }) => tactic.id).values()];
  const entries = phases.flatMap((steps, phase) => {
    let place = 0;
    return steps.flatMap((step) =>
      step.tests.flatMap((planned) => {
        const entry = entryOf(step, planned, `${phase + 1}.${place + 1}`);
        if (entry !== undefined) place++;
        return entry ?? [];
      }),
    );
  });
  if (entries.length === 0) return [];
  const text = [headOf(plan), ...entries.map((entry) => yamlText([entry]))].join('\n');
  return [{ path: `ctid/${pathPart(plan.group.name, 'group')}.yaml`, text, form: 'yaml' }];
}

/** Its versions are numbers, 1.0 with its nought. */
function headOf({ group, description, release }: EmulateAnswer): string {
  const details = yamlText({
    id: deterministicUuid('emulation-plan', [group.id]),
    adversary_name: group.name,
    adversary_description: description === '' ? group.name : description,
  });
  const version = /^\d+(?:\.\d+)?$/u.test(release) ? release : JSON.stringify(release);
  const lines = [...details.trimEnd().split('\n'), `attack_version: ${version}`, 'format_version: 1.0'];
  return `- emulation_plan_details:\n${lines.map((line) => (line === '' ? '' : `    ${line}`)).join('\n')}\n`;
}

/** Undefined for a test that people do by hand: readers want a command. */
function entryOf(step: EmulationStep, planned: PlannedTest, place: string): YamlValue | undefined {
  const { technique, citation, tactic } = step;
  const { test } = planned;
  const executors = calderaExecutors(planned);
  if (executors.length === 0) return undefined;
  const short = pathPart(tactic.name, 'no-tactic');
  const platforms: Record<string, Record<string, YamlValue>> = {};
  for (const { system, executor } of executors)
    platforms[system] = { [executor]: { command: calderaCommand(test.command, executor) } };
  return {
    id: deterministicUuid('emulation-entry', [test.guid, technique.id, short]),
    name: test.name,
    description: test.description,
    tactic: short,
    technique: { attack_id: technique.label, name: technique.name },
    cti_source: citation?.url ?? citation?.name ?? '',
    procedure_group: `procedure_${short.replaceAll('-', '_')}`,
    procedure_step: place,
    platforms,
    ...(test.arguments.length === 0
      ? {}
      : {
          input_arguments: Object.fromEntries(
            test.arguments.map(({ name, description, type, fallback }) => [
              name,
              { description, type, ...defined({ default: fallback }) },
            ]),
          ),
        }),
    ...(test.dependencies.length === 0
      ? {}
      : {
          dependency_executor_name: test.dependencyExecutor ?? test.executor,
          dependencies: test.dependencies.map(({ description, check, fetch }) => ({
            description,
            ...defined({ prereq_command: check, get_prereq_command: fetch }),
          })),
        }),
    executors: [
      {
        name: test.executor,
        // Readers take the key itself for a yes.
        ...(test.elevation ? { elevation_required: true } : {}),
        command: test.command,
        ...defined({ cleanup_command: test.cleanup }),
      },
    ],
  };
}
