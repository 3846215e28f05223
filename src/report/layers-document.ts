import { heading, paragraph, table, type Block, type Document } from '../render/index.ts';
import { domainTitle, isMarked, type Layer } from '../threat/index.ts';
import { numberColumn } from './words.ts';

/** Layers in words: of what they are, and how they mark it. The marks themselves are for the Navigator, a drawing or a spreadsheet. */
export function layersDocument(layers: readonly Layer[]): Document {
  return {
    title: layers.map(({ name }) => name).join('; ') || 'No layers',
    blocks: layers.flatMap((layer) => [
      heading(2, layer.name),
      paragraph(`${domainTitle(layer.domain)} ATT&CK ${layer.release ?? ''}`.trimEnd()),
      ...layer.description.split('\n').map((line) => paragraph(line)),
      marksTable(layer),
    ]),
    notices: [],
  };
}

function marksTable({ cells }: Layer): Block {
  return table(
    ['Technique', 'Tactic', numberColumn('Score'), 'Comment'],
    cells
      .filter(isMarked)
      .map(({ technique, tactic = '', score, comment }) => [technique, tactic, String(score ?? ''), comment]),
  );
}
