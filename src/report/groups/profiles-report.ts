import { paragraph } from '../../render/index.ts';
import { timelineDocument } from './timeline-document.ts';
import type { Document } from '../../render/index.ts';
import type { TimelineAnswer } from '../../workbench/index.ts';

/** How a group evolved, with the chart. */
export function timelineReport(answer: TimelineAnswer): Document {
  const { blocks, ...document } = timelineDocument(answer);
  return { ...document, blocks: [...answer.notes.map((note) => paragraph(note)), ...blocks] };
}
