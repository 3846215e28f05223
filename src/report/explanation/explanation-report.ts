import { sayMention } from '../../answers/index.ts';
import { explanationBlocks, explanationFigure } from './explanation-blocks.ts';
import { heading, paragraph } from '../../render/index.ts';
import type { Document } from '../../render/index.ts';
import type { Explained } from '../../workbench/index.ts';

/** Explanations with their drawings: for pages and Markdown; the terminal has trees of its own. */
export function explanationReport(explained: Explained, notices: readonly string[]): Document {
  const { first, second, explanations, notes } = explained;
  return {
    title: `${sayMention(first)} and ${sayMention(second)}`,
    blocks: [
      ...notes.map((note) => paragraph(note)),
      ...explanations.flatMap((explanation) => [
        heading(2, explanation.question),
        ...explanationBlocks(explanation),
        ...(explanation.graph.facts.length === 0
          ? []
          : [explanationFigure(explanation, 'All that takes part in any proof.')]),
      ]),
      ...(explanations.length === 0 ? [paragraph('Nothing in view relates the two.')] : []),
    ],
    notices,
  };
}
