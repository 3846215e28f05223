import { defined, isMapping } from '../../text/index.ts';
import { type LayerCell, cellKey, tacticShortName } from '../../threat/index.ts';
import { shorten, textOf, type FieldReader } from './field-reader.ts';
import { NAVIGATOR_ISSUES } from './issues.ts';
import { readEntries } from './read-entries.ts';

/** The cells of a layer, and the names of the unknown fields of its cells. */
export interface CellsReading {
  readonly cells: readonly LayerCell[];
  readonly unknownFields: readonly string[];
}

/** Reads `techniques`: cells of the same technique and tactic are joined, everything else is kept as it is. */
export function readCells(fields: FieldReader): CellsReading {
  const cells = new Map<string, LayerCell>();
  const unknownFields = new Set<string>();
  for (const [index, value] of fields.list('techniques').entries()) {
    const cell = isMapping(value) ? readCell(fields.entry('techniques', index, value)) : undefined;
    const place = `techniques[${index}]`;
    if (cell === undefined) {
      fields.report(NAVIGATOR_ISSUES.notATechnique, `${shorten(textOf(value))} is not a technique.`, place);
      continue;
    }
    const key = cellKey(cell.technique, cell.tactic);
    const earlier = cells.get(key);
    if (earlier !== undefined) {
      fields.report(NAVIGATOR_ISSUES.repeatedCell, `${cell.technique} is listed again.`, place);
    }
    cells.set(key, earlier === undefined ? cell : joinCells(earlier, cell));
    for (const name of Object.keys(cell.extra)) unknownFields.add(`techniques[].${name}`);
  }
  return { cells: [...cells.values()], unknownFields: [...unknownFields] };
}

function readCell(fields: FieldReader): LayerCell | undefined {
  const id = fields.take('techniqueID');
  if (typeof id !== 'string' || id.trim() === '') return undefined;
  const technique = id.trim().replace(/^t(?=\d{4}(?:\.\d{3})?$)/, 'T');
  if (!/^T\d{4}(?:\.\d{3})?$/.test(technique)) {
    fields.report(
      NAVIGATOR_ISSUES.oddTechnique,
      `\`${shorten(technique)}\` is no technique id.`,
      'techniqueID',
    );
  }
  const tactic = tacticShortName(fields.text('tactic') ?? '') || undefined;
  const score = fields.number('score');
  const color = fields.color('color');
  const showSubtechniques = fields.flag('showSubtechniques');
  return {
    technique,
    ...defined({ tactic, score, color }),
    comment: fields.text('comment') ?? '',
    enabled: fields.flag('enabled') ?? true,
    ...defined({ showSubtechniques }),
    ...readEntries(fields),
    extra: fields.extra(),
  };
}

/** The later entry decides, as in the Navigator; what is text is kept from both. */
function joinCells(earlier: LayerCell, later: LayerCell): LayerCell {
  return {
    ...earlier,
    ...later,
    comment: [...new Set([earlier.comment, later.comment])].filter((comment) => comment !== '').join('\n'),
    annotations: [...earlier.annotations, ...later.annotations],
    links: [...earlier.links, ...later.links],
    extra: { ...earlier.extra, ...later.extra },
  };
}
