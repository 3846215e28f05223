import type { NavigatorLayer } from '../../answers/index.ts';
import { heading, paragraph, table, type Block, type Document } from '../../render/index.ts';
import { DOMAINS, domainTitle } from '../../threat/index.ts';
import { numberColumn } from '../blocks.ts';

/** Layers in words: of what they are, and how they mark it. The marks themselves are for the Navigator, a drawing or a spreadsheet. */
export function layersDocument(layers: readonly NavigatorLayer[]): Document {
  return {
    title: layers.map(({ name }) => name).join('; ') || 'No layers',
    blocks: layers.flatMap(({ name, domain, versions, description = '', techniques }) => [
      heading(2, name),
      paragraph(`${titleOf(domain)} ATT&CK ${versions.attack ?? ''}`.trimEnd()),
      ...description.split('\n').map((line) => paragraph(line)),
      marksTable(techniques),
    ]),
  };
}

function titleOf(domain: string): string {
  const known = DOMAINS.find(({ id }) => id === domain);
  return known === undefined ? domain : domainTitle(known.id);
}

function marksTable(techniques: NavigatorLayer['techniques']): Block {
  return table(
    ['Technique', 'Tactic', numberColumn('Score'), 'Comment'],
    techniques
      .filter(isMarked)
      .map(({ techniqueID, tactic = '', score, comment = '' }) => [
        techniqueID,
        tactic,
        String(score ?? ''),
        comment,
      ]),
  );
}

/** Viewers write a bare entry for every technique that they have opened. */
function isMarked({ enabled, ...mark }: NavigatorLayer['techniques'][number]): boolean {
  return enabled !== false && MARKS.some((field) => mark[field] !== undefined);
}

const MARKS = ['score', 'color', 'comment', 'metadata', 'links'];
