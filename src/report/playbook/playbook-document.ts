import type { PlaybookAnswer, RunChanges, StepName, StepRun } from '../../answers/index.ts';
import { heading, paragraph, type Block, type Document } from '../../render/index.ts';
import { changesSection } from './changes-section.ts';
import { confidenceSection } from './confidence-section.ts';
import { expectedSection } from './expected-section.ts';
import { groupsSection } from './groups-section.ts';
import { methodSection } from './method-section.ts';
import { noteSection } from './note-section.ts';
import { prioritiesSection } from './priorities-section.ts';
import { rankingSection } from './ranking-section.ts';
import type { Section } from './section.ts';
import { steadinessSection } from './steadiness-section.ts';
import { summarySection } from './summary-section.ts';
import { describeOrganisation } from '../threats/threats-document.ts';
import { count } from '../../text/index.ts';
import { paragraphs } from '../blocks.ts';

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
export function playbookDocument(run: PlaybookAnswer): Document {
  const { playbook, organisation, asOf, knowledge, steps, changes } = run;
  const parts = withChanges(steps, changes).map((part) =>
    'step' in part ? stepBlocks(part, run) : changesSection(part),
  );
  return {
    title: playbook.title.includes(organisation.name)
      ? playbook.title
      : `${playbook.title}: ${organisation.name}`,
    lead: `${describeOrganisation(organisation)}. As of ${asOf}, from ${count(knowledge.length, 'source')}. What is documented against organisations like this one, how these groups are reported to work, and what to do first; no forecast of who will come.`,
    blocks: parts.flat(),
    contentsAt: steps[0]?.step === 'summary' ? (parts[0]?.length ?? 0) : 0,
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

function stepBlocks<Name extends StepName>(step: StepRun<Name>, run: PlaybookAnswer): readonly Block[] {
  const { title, notes, remarks, answer } = step;
  const section: Section<Name> = SECTIONS[step.step];
  return [
    heading(2, title),
    ...(notes === '' ? [] : [{ kind: 'quote' as const, blocks: paragraphs(notes) }]),
    ...remarks.map((remark) => paragraph(remark)),
    ...section(answer, run),
  ];
}
