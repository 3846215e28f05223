import {
  filledCommand,
  sayCitation,
  type EmulateAnswer,
  type EmulationStep,
  type PlannedTest,
} from '../../answers/index.ts';
import { deterministicUuid } from '../../facts/index.ts';
import { yamlText, type YamlValue } from '../../text/index.ts';
import { pathPart, type ToolFile } from '../tool-file.ts';
import { calderaCommand, calderaExecutors } from './executors.ts';
import { factOf, folderFact, sourceFiles } from './fact-source.ts';

/** The objective that Caldera gives adversaries without one (`default` in its own data). */
const OBJECTIVE = '495a9828-cab1-44dd-a0ca-66e58177d8cc';

/**
 * A plan as files of Caldera, to be put into its folder `data`: an adversary, and an ability for each test, under its tactic. Arguments have
 * their defaults; one without becomes a fact `atomic.NAME`, since Caldera fills facts such as `server` itself. A source has the facts that
 * are known, and names those that have to be given. Ids are the same whenever the plan is made.
 */
export function calderaFiles(plan: EmulateAnswer): readonly ToolFile[] {
  const abilities = plan.steps.flatMap((step) =>
    step.tests.flatMap((planned) => abilityOf(step, planned) ?? []),
  );
  if (abilities.length === 0) return [];
  const { group, release, library } = plan;
  const id = deterministicUuid('caldera-adversary', [group.id]);
  const adversary = {
    id,
    name: `${group.name} (Foeprint)`,
    description: `What ${group.label || group.name} is reported to do, by ATT&CK ${release}; tests of ${library.name}.`,
    objective: OBJECTIVE,
    atomic_ordering: abilities.map((ability) => ability.id),
  };
  return [
    { path: `caldera/data/adversaries/${id}.yml`, text: yamlText(adversary), form: 'yaml' },
    ...abilities.map(({ tactic, id: ability, fields }): ToolFile => ({
      path: `caldera/data/abilities/${tactic}/${ability}.yml`,
      text: yamlText([fields]),
      form: 'yaml',
    })),
    ...sourceFiles(
      plan,
      abilities.map(({ fields }) => fields),
    ),
  ];
}

interface Ability {
  readonly id: string;
  readonly tactic: string;
  readonly fields: YamlValue;
}

/** Undefined where there is nothing that Caldera could run. */
function abilityOf(step: EmulationStep, planned: PlannedTest): Ability | undefined {
  const { technique } = step;
  const { test } = planned;
  const executors = calderaExecutors(planned);
  if (executors.length === 0) return undefined;
  const tactic = pathPart(step.tactic.name, 'no-tactic');
  const id = deterministicUuid('caldera-ability', [test.guid, technique.id, tactic]);
  const platforms: Record<string, Record<string, YamlValue>> = {};
  for (const { system, executor } of executors) {
    const command = (text: string): string => calderaCommand(withFacts(planned, text, system), executor);
    platforms[system] = {
      [executor]: {
        command: command(test.command),
        ...(test.cleanup === undefined ? {} : { cleanup: command(test.cleanup) }),
      },
    };
  }
  const fields = {
    id,
    name: test.name,
    description: descriptionOf(step, planned, [...new Set(executors.map(({ system }) => system))]),
    tactic,
    technique: { attack_id: technique.label, name: technique.name },
    ...(test.elevation ? { privilege: 'Elevated' } : {}),
    platforms,
  };
  return { id, tactic, fields };
}

function withFacts({ test }: PlannedTest, text: string, system: string): string {
  return filledCommand(test, text, (name) => `#{${factOf(name)}}`).replaceAll(
    /\$?PathToAtomicsFolder/gu,
    `#{${folderFact(system)}}`,
  );
}

function descriptionOf(
  { sentence, citation }: EmulationStep,
  planned: PlannedTest,
  systems: readonly string[],
): string {
  const { test, values, usesFiles, destructive } = planned;
  const facts = [...values.map(factOf), ...(usesFiles ? systems.map(folderFact) : [])];
  return [
    test.description,
    ...(sentence === ''
      ? []
      : [`Reported: ${sentence}${citation === undefined ? '' : ` (${sayCitation(citation)})`}`]),
    ...(destructive.length === 0 ? [] : [`DESTRUCTIVE: ${destructive.join('; ')}.`]),
    ...(facts.length === 0 ? [] : [`Needs facts: ${facts.join(', ')}.`]),
    ...test.dependencies.map(({ description }) => `Needs: ${filledCommand(test, description)}`),
    `Test ${test.guid} of ${test.technique}.`,
  ]
    .filter((part) => part !== '')
    .join('\n');
}
