import {
  filledCommand,
  sayMention,
  type EmulateAnswer,
  type EmulationStep,
  type PlannedTest,
} from '../../answers/index.ts';
import {
  bullets,
  code,
  codeBlock,
  heading,
  paragraph,
  quote,
  strong,
  table,
  type Block,
  type Content,
  type Document,
} from '../../render/index.ts';
import { groupedBy } from '../../text/index.ts';
import { executorNamed, EXERCISE_COLUMNS, OPEN_BOX } from '../../threat/index.ts';
import { citationLink, thingNamed } from '../words.ts';
import { methodNotes, sayPlan, sayWhen } from './emulate-document.ts';
import { LEFT_WORDS } from './standing-words.ts';

/** A plan to work through: every test with its commands, and a table to note results in, which is read back as coverage. */
export function exerciseDocument(plan: EmulateAnswer): Document {
  const { group, steps, release } = plan;
  const executable = steps.filter(({ tests }) => tests.length > 0);
  return {
    title: `Exercise: ${sayMention(group)}`,
    lead: sayPlan(plan),
    blocks: [
      heading(2, 'Before you start'),
      bullets([
        'Get leave, in writing, from whoever owns the systems.',
        'Run tests on systems that are made for it, and read every command before you run it.',
        ...methodNotes(plan),
      ]),
      heading(2, 'Results'),
      paragraph(
        'Put a cross (',
        code('x'),
        `) in place of ${OPEN_BOX} for what was done, and for what was detected or prevented. Then `,
        code('foeprint coverage import exercise.md'),
        ` counts what was detected as tested. Ids are those of ATT&CK ${release}.`,
      ),
      table(EXERCISE_COLUMNS, executable.flatMap(resultRows)),
      ...[...groupedBy(executable, ({ tactic }) => tactic.id).values()].flatMap((here) => [
        heading(2, here[0] === undefined ? [] : thingNamed(here[0].tactic)),
        ...here.flatMap(stepBlocks),
      ]),
    ],
  };
}

function resultRows({ technique, tests }: EmulationStep): readonly (readonly Content[])[] {
  return tests.map(({ test, platforms }) => [
    technique.label,
    test.guid,
    test.name,
    platforms.join(', '),
    OPEN_BOX,
    OPEN_BOX,
    OPEN_BOX,
    '',
  ]);
}

function stepBlocks(step: EmulationStep): readonly Block[] {
  const { number, technique, sentence, citation, tests, left } = step;
  return [
    heading(3, `${number}. `, thingNamed(technique)),
    ...(sentence === '' ? [] : [quote(paragraph(sentence))]),
    paragraph(`${sayWhen(step)}. `, citationLink(citation)),
    ...tests.flatMap(testBlocks),
    ...(left.length === 0
      ? []
      : [
          paragraph(
            'Not chosen: ',
            left.map(({ name, reason }) => `${name} (${LEFT_WORDS[reason]})`).join('; '),
            '.',
          ),
        ]),
  ];
}

function testBlocks(planned: PlannedTest): readonly Block[] {
  const { test, platforms, reason, values, usesFiles, usesNetwork, couldBe, destructive } = planned;
  const language = executorNamed(test.executor)?.language ?? '';
  const commands = (title: string, text: string | undefined, of = language): readonly Block[] =>
    text === undefined ? [] : [paragraph(strong(title)), codeBlock(filledCommand(test, text), of)];
  return [
    heading(4, test.name),
    ...(destructive.length === 0 ? [] : [paragraph(strong('DESTRUCTIVE: '), `${destructive.join('; ')}.`)]),
    ...(test.description === '' ? [] : [paragraph(test.description)]),
    bullets([
      ['Test ', code(test.guid), ` of ${test.technique}, for ${platforms.join(', ')}, by ${test.executor}`],
      test.elevation ? 'Needs the rights of an administrator' : 'Needs no rights of an administrator',
      `Chosen: ${reason}`,
      ...(couldBe.length === 0
        ? []
        : [
            `${test.technique} is not in this release, and could be ${couldBe.join(', ')}: read whether the test does what is reported`,
          ]),
      ...(values.length === 0 ? [] : [`Values to give: ${values.join(', ')}`]),
      ...(usesNetwork ? ['A web address stands in its commands'] : []),
      ...(usesFiles
        ? ['Uses files of its library: `PathToAtomicsFolder` stands for the folder where its atomics are']
        : []),
    ]),
    ...test.dependencies.flatMap(({ description, check, fetch }) => [
      paragraph(strong('Needs: '), filledCommand(test, description)),
      ...commands('Check', check, ''),
      ...commands('Get it', fetch, ''),
    ]),
    ...(test.executor === 'manual' ? commands('Steps', test.command, '') : commands('Command', test.command)),
    ...commands('Clean-up', test.cleanup),
  ];
}
