/** Head of the column that says how far a table may go. */
export const MARKING_HEAD = 'marking';

/** A table as {@link csv} writes it, with a last column that says on each row how far it may go: a comment is no CSV. */
export function markCsv(table: string, marking: string): string {
  let marked = '';
  let start = 0;
  let isQuoted = false;
  for (let at = 0; at < table.length; at++) {
    if (table[at] === '"') isQuoted = !isQuoted;
    if (isQuoted || !table.startsWith('\r\n', at)) continue;
    marked += `${table.slice(start, at)},${start === 0 ? MARKING_HEAD : marking}\r\n`;
    start = at + 2;
  }
  return marked + table.slice(start);
}
