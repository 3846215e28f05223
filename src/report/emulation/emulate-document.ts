import {
  sayMention,
  sayNames,
  STEP_STANDINGS,
  type EmulateAnswer,
  type EmulationStep,
  type PlannedTest,
} from '../../answers/index.ts';
import { bullets, heading, item, paragraph, table, type Block, type Document } from '../../render/index.ts';
import { count, groupedBy, percent } from '../../text/index.ts';
import { numberColumn } from '../blocks.ts';
import { citationLink, thingNamed } from '../words.ts';
import { STANDING_WORDS } from './standing-words.ts';

/** A plan for people: what to do in which order, and what cannot be done. */
export function emulateDocument(plan: EmulateAnswer): Document {
  const { group, steps } = plan;
  return {
    title: `Emulation plan for ${sayMention(group)}`,
    lead: sayPlan(plan),
    blocks: [
      ...(steps.length === 0 ? [paragraph('No technique is known.')] : []),
      ...[...groupedBy(steps, ({ tactic }) => tactic.id).values()].flatMap(tacticBlocks),
      ...notExecutable(plan),
      heading(2, 'How to read this'),
      bullets(methodNotes(plan)),
    ],
  };
}

/** `61 steps, of which 42 (69 %) can be executed by 55 tests. …` */
export function sayPlan({ steps, executable, share, tests, release, library }: EmulateAnswer): string {
  return (
    `${count(steps.length, 'step')}, of which ${executable} (${percent(share)}) can be executed by ${count(tests, 'test')}. ` +
    `Techniques by ATT&CK ${release}, tests from ${library.name}. Foeprint runs none of them.`
  );
}

function tacticBlocks(steps: readonly EmulationStep[]): readonly Block[] {
  const [first] = steps;
  if (first === undefined) return [];
  return [
    heading(2, thingNamed(first.tactic)),
    table(
      [numberColumn('Step'), 'Technique', 'When', 'Tests', 'Read first'],
      steps.map((step) => [
        String(step.number),
        thingNamed(step.technique),
        sayWhen(step),
        step.tests.length === 0
          ? `none: ${STANDING_WORDS[step.standing]}`
          : step.tests.map(sayTest).join('; '),
        citationLink(step.citation),
      ]),
    ),
  ];
}

/** `2021-03-01, in Low Tide`; `2015, reported`. */
export function sayWhen({ when, campaigns }: Pick<EmulationStep, 'when' | 'campaigns'>): string {
  if (when === undefined) return 'not dated';
  return when.kind === 'report'
    ? `${when.date}, reported`
    : `${when.date}, in ${campaigns[0]?.campaign.name ?? ''}`;
}

function sayTest({ test, platforms, destructive }: PlannedTest): string {
  const marks = [
    ...platforms,
    ...(test.elevation ? ['administrator'] : []),
    ...(destructive.length > 0 ? ['DESTRUCTIVE'] : []),
  ];
  return `${test.name} (${marks.join(', ')})`;
}

function notExecutable({ standings, steps }: EmulateAnswer): readonly Block[] {
  const rows = STEP_STANDINGS.filter((standing) => standing !== 'executable' && standings[standing] > 0);
  if (rows.length === 0) return [];
  return [
    heading(2, 'What cannot be executed, and why'),
    bullets(
      rows.map((standing) => {
        const here = steps.filter((step) => step.standing === standing);
        return item(
          `${count(standings[standing], 'step')}: ${STANDING_WORDS[standing]}`,
          bullets(
            here.map(({ technique, subTechniques }) =>
              subTechniques.length === 0
                ? thingNamed(technique)
                : [...thingNamed(technique), `: ${sayNames(subTechniques)}`],
            ),
          ),
        );
      }),
    ),
  ];
}

/** By which rules the plan was made. */
export function methodNotes({ allTests, takesDestructive, platforms }: EmulateAnswer): readonly string[] {
  return [
    'Steps stand under the first tactic that they serve, in the order of the matrix; within one by when a campaign of the group that did it was first seen, else by the oldest document cited. Those without a date come last.',
    allTests
      ? 'Every test of a technique is in it that fits.'
      : 'For each technique and platform there is one test: the one whose technique is certain in this release, then for which nothing has to be given by hand, nothing fetched, then no rights of an administrator, then the first of the library.',
    takesDestructive
      ? 'Tests that may destroy data, stop services or lock people out are in it, and marked.'
      : 'Tests that may destroy data, stop services or lock people out are left out. What is not recognised as such may do harm all the same: read every command before you run it.',
    ...(platforms.length === 0 ? [] : [`Only tests for ${platforms.join(', ')} are in it.`]),
  ];
}
