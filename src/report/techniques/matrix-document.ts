import type { DomainMatrix, MatrixAnswer } from '../../answers/index.ts';
import {
  dataTable,
  heading,
  plain,
  reference,
  table,
  type DataTable,
  type Document,
} from '../../render/index.ts';
import { count } from '../../text/index.ts';
import { pageOfNumber } from '../../threat/index.ts';
import { numberColumn } from '../blocks.ts';
import { inARow } from '../words.ts';

/** How many techniques each tactic has. */
export function matrixDocument({ matrices, platforms }: MatrixAnswer): Document {
  const of = matrices.map((matrix) => [sayMatrix(matrix)]);
  return {
    title: `${matrices.length === 0 ? 'No matrix' : plain(inARow(of))}${platforms.length === 0 ? '' : ` on ${platforms.join(', ')}`}`,
    blocks: matrices.flatMap((matrix) => [
      ...(matrices.length > 1 ? [heading(2, sayMatrix(matrix))] : []),
      table(
        ['Tactic', 'Name', numberColumn('Techniques'), numberColumn('Sub-techniques')],
        matrix.tactics.map(({ label, name, parents, subtechniques }) => [
          reference(label, pageOfNumber('x-mitre-tactic', label)),
          name,
          String(parents),
          String(subtechniques),
        ]),
      ),
    ]),
  };
}

function sayMatrix({ name, release, parents, subtechniques }: DomainMatrix): string {
  return `${name}${release === undefined ? '' : ` ${release}`}: ${count(parents, 'technique')}, ${count(subtechniques, 'sub-technique')}`;
}

/** A row for each place of each matrix, in its order; a technique of several tactics has several. */
export function matrixTables({ matrices }: MatrixAnswer): readonly DataTable[] {
  const places = matrices.flatMap(({ domain, tactics, techniques }) => {
    const known = new Map(techniques.map((technique) => [technique.label, technique]));
    return tactics.flatMap((tactic) =>
      tactic.techniques.flatMap((label) => {
        const technique = known.get(label);
        return technique === undefined ? [] : [{ domain, tactic, technique }];
      }),
    );
  });
  return [
    dataTable('Matrix', places, {
      domain: ({ domain }) => domain,
      tactic: ({ tactic }) => tactic.label,
      'tactic name': ({ tactic }) => tactic.name,
      technique: ({ technique: { label } }) => reference(label, pageOfNumber('attack-pattern', label)),
      name: ({ technique }) => technique.name,
      parent: ({ technique }) => technique.parent ?? '',
      platforms: ({ technique }) => technique.platforms.join(', '),
    }),
  ];
}
