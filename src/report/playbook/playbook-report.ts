import { heading, paragraph } from '../../render/index.ts';
import type { Block, Document } from '../../render/index.ts';
import type { StepName } from '../../answers/index.ts';
import type { PlaybookRun, RunChanges, StepRun } from '../../workbench/index.ts';
import { changesSection } from './changes-section.ts';
import { confidenceSection } from './confidence-section.ts';
import { expectedSection } from './expected-section.ts';
import { groupsSection } from './groups-section.ts';
import { methodSection } from './method-section.ts';
import { noteSection, paragraphs } from './note-section.ts';
import { prioritiesSection } from './priorities-section.ts';
import { rankingSection } from './ranking-section.ts';
import type { Section } from './section.ts';
import { steadinessSection } from './steadiness-section.ts';
import { summarySection } from './summary-section.ts';
import { describeOrganisation } from '../threats/threats-report.ts';
import { count } from '../words.ts';

/** What each step becomes in the report. */
const SECTIONS: { readonly [Name in StepName]: Section<Name> } = {
  summary: summarySection,
  threats: rankingSection,
  group: groupsSection,
  expected: expectedSection,
  priorities: prioritiesSection,
  'what-if': steadinessSection,
  confidence: confidenceSection,
  method: methodSection,
  note: noteSection,
};

/** What came of a playbook, as a report that can be handed over; with what changed since an earlier run, after the summary. */
export function playbookReport(run: PlaybookRun, changes?: RunChanges): Document {
  const { playbook, organisation, asOf, knowledge } = run;
  const parts = withChanges(run.steps, changes).map((part) =>
    'step' in part ? stepBlocks(part, run) : changesSection(part),
  );
  const notes = run.notes.map((note) => paragraph(note));
  const inShort = run.steps[0]?.step === 'summary' ? notes.length + (parts[0]?.length ?? 0) : 0;
  return {
    title: playbook.title.includes(organisation.name)
      ? playbook.title
      : `${playbook.title}: ${organisation.name}`,
    lead: `${describeOrganisation(organisation)}. As of ${asOf}, from ${count(knowledge.length, 'source')}. What is documented against organisations like this one, how these groups are told to work, and what to do first; no forecast of who will come.`,
    blocks: [...notes, ...parts.flat()],
    contentsAt: inShort,
    notices: run.notices,
  };
}

/** What changed stands after a summary that comes first, else before everything. */
function withChanges(
  steps: readonly StepRun[],
  changes: RunChanges | undefined,
): readonly (StepRun | RunChanges)[] {
  if (changes === undefined) return steps;
  const at = steps[0]?.step === 'summary' ? 1 : 0;
  return [...steps.slice(0, at), changes, ...steps.slice(at)];
}

function stepBlocks<Name extends StepName>(step: StepRun<Name>, run: PlaybookRun): readonly Block[] {
  const { title, notes, answer } = step;
  const section: Section<Name> = SECTIONS[step.step];
  return [
    heading(2, title),
    ...(notes === '' ? [] : [{ kind: 'quote' as const, blocks: paragraphs(notes) }]),
    ...section(answer, run),
  ];
}
