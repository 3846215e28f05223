import { sayMention, type Mention } from '../answers/index.ts';
import type { Column } from '../render/index.ts';
import { sayType } from '../threat/index.ts';

/** `1 group`, `3 groups`; `many` where the plural is not made with an s. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${numberCell(number)} ${number === 1 ? one : many}`;
}

/** Label for a table cell: the ATT&CK id, or a dash where there is none. */
export function labelCell({ label }: Mention): string {
  return label === '' ? '–' : label;
}

/** Name for a table cell; what is withdrawn says so. */
export function nameCell({ name, withdrawn }: Mention): string {
  return withdrawn === undefined ? name : `${name} (${withdrawn})`;
}

/** Names with ids, listed in a sentence, at most `most` of them. */
export function sayMentions(things: readonly Mention[], most = 12): string {
  const shown = things.slice(0, most).map(sayMention).join(', ');
  return things.length > most ? `${shown} and ${things.length - most} more` : shown;
}

/** Labels listed in a cell, at most `most` of them; names stand in for missing labels. */
export function labelList(things: readonly Mention[], most = 8): string {
  const shown = things
    .slice(0, most)
    .map(({ label, name }) => label || name)
    .join(', ');
  return things.length > most ? `${shown}, … (${things.length})` : shown;
}

/** `technique`, `adversary group` … as a cell. */
export function kindCell({ type }: Mention): string {
  return sayType(type);
}

/** A whole number with thousands separated, as a cell. */
export function numberCell(value: number): string {
  // Not by locale: loading its data takes a fifth of an answer's time.
  return String(value).replaceAll(/\B(?=(?:\d{3})+$)/gu, ',');
}

/** A column of numbers: aligned to the right. */
export function numberColumn(title: string): Column {
  return { title, align: 'right' };
}

/** How sure a claimant is, to be put behind a name: `, suspected`, `, 50 % sure`; nothing where they do not say. */
export function sayConfidence(confidence: string): string {
  if (confidence === '') return '';
  return /^\d+$/.test(confidence) ? `, ${confidence} % sure` : `, ${confidence}`;
}
