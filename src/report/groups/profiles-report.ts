import { compareDocument } from './compare-document.ts';
import { overlapDocument } from './overlap-document.ts';
import { paragraph } from '../../render/index.ts';
import { timelineDocument } from './timeline-document.ts';
import type { Document } from '../../render/index.ts';
import type { GroupOverlap } from '../../analysis/index.ts';
import type { ComparisonAnswer, TimelineAnswer } from '../../workbench/index.ts';

/** What some groups have in common, tactic by tactic. */
export function comparisonReport(answer: ComparisonAnswer, notices: readonly string[]): Document {
  return withNotes(compareDocument(answer, notices), answer.notes);
}

/** How alike all groups are, with the heat map. */
export function overlapReport(answer: GroupOverlap, notices: readonly string[]): Document {
  return overlapDocument(answer, notices);
}

/** How a group evolved, with the chart. */
export function timelineReport(answer: TimelineAnswer): Document {
  return withNotes(timelineDocument(answer), answer.notes);
}

/** What is to be known of how the groups were found stands before the answer. */
function withNotes(document: Document, notes: readonly string[]): Document {
  return { ...document, blocks: [...notes.map((note) => paragraph(note)), ...document.blocks] };
}
