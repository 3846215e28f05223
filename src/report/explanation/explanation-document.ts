import { sayMention, type ExplainAnswer } from '../../answers/index.ts';
import { explanationBlocks, explanationFigure } from './explanation-blocks.ts';
import { heading, paragraph, type Document } from '../../render/index.ts';

/** Explanations with their drawings: for pages and Markdown; the terminal has trees of its own. */
export function explanationDocument({ first, second, explanations }: ExplainAnswer): Document {
  return {
    title: `${sayMention(first)} and ${sayMention(second)}`,
    blocks: [
      ...explanations.flatMap((explanation) => [
        heading(2, explanation.question),
        ...explanationBlocks(explanation),
        ...(explanation.graph.facts.length === 0
          ? []
          : [explanationFigure(explanation, 'All that takes part in any proof.')]),
      ]),
      ...(explanations.length === 0 ? [paragraph('Nothing in view relates the two.')] : []),
    ],
  };
}
