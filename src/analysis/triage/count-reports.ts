import type { Statements } from './use-index.ts';
import type { Visible } from './visible.ts';

/** How many reports stand behind statements, of what is visible: documents of the same name or at the same address are one. */
export function countReports(
  { first, documents, addresses }: Statements,
  { documents: isVisible }: Pick<Visible, 'documents'>,
  statements: readonly number[],
): number {
  const [only = 0] = statements;
  // Most uses rest on one document.
  if (statements.length === 1 && (first[only + 1] ?? 0) - (first[only] ?? 0) === 1) return 1;
  const leads = new Map<number, number>();
  let count = 0;
  const leadOf = (key: number): number => {
    let lead = key;
    for (let next = leads.get(lead); next !== undefined && next !== lead; next = leads.get(lead)) lead = next;
    if (lead === key && !leads.has(key)) {
      leads.set(key, key);
      count++;
    }
    return lead;
  };
  for (const statement of statements)
    for (let at = first[statement] ?? 0; at < (first[statement + 1] ?? 0); at++) {
      const [document = 0, address = -1] = [documents[at], addresses[at]];
      if (isVisible[document] === 0) continue;
      const named = leadOf(document);
      // Addresses stand below zero, beside the documents.
      const found = address === -1 ? named : leadOf(-1 - address);
      if (named === found) continue;
      leads.set(named, found);
      count--;
    }
  return count;
}
