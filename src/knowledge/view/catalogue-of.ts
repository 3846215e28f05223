import { compareText, lazily } from '../../text/index.ts';
import type { FactBase } from '../../facts/index.ts';
import { LITERAL_TYPE, type Catalogue, type CatalogueEntry, type FurtherObject } from '../catalogue.ts';
import { labelSpelling, spellingOf } from '../spelling.ts';
import { WITHDRAWALS } from './view-rows.ts';
import type { ViewTables, TextColumn } from './view-tables.ts';

/** The catalogue over a view's columns. Indexes by text are made when they are first asked for. */
export function catalogueOf(tables: ViewTables): Catalogue {
  const size = tables.typeOf.length;
  const name = (term: number): string => tables.names.at(term) || tables.ids.at(term);
  const byId = lazily(() => indexById(tables));
  const labelFinder = termsByLabel(tables);
  const literalFinder = literalByText(tables);
  const byName = lazily(() => indexByName(tables, normalName));
  const bySpelling = lazily(() => indexByName(tables, spellingOf));
  const byLabelSpelling = lazily(() => indexByLabel(tables, labelSpelling));
  const firstBeside = lazily(() => firstEntries(tables.besideTerm));
  const isWithdrawn = (term: number): boolean => tables.withdrawal[term] !== 0;
  return {
    size,
    types: tables.types,
    typeOf: tables.typeOf,
    id: (term) => tables.ids.at(term),
    name,
    label: (term) => tables.labels.at(term),
    find: (text) => {
      // Without the dashes of a STIX id it can only be a literal: the index of all ids takes longer to make than an answer.
      const term = text.includes('--') ? byId().get(text) : literalFinder(text);
      const terms = labelFinder(text);
      return term === undefined || terms.includes(term) ? terms : [term, ...terms];
    },
    entry: (term) => entryOf(tables, term, name(term)),
    termOf: (id) => {
      const term = byId().get(id);
      return term === undefined || tables.stored[term] === -1 ? undefined : term;
    },
    named: (text) => byName().get(normalName(text)) ?? [],
    spelled: (text) => {
      const labelled = byLabelSpelling().get(labelSpelling(text)) ?? [];
      const spelled = bySpelling().get(spellingOf(text)) ?? [];
      return [...new Set([...labelled, ...spelled])];
    },
    ofType: (types, withdrawn = false) =>
      termsOfTypes(tables, types).filter((term) => withdrawn || !isWithdrawn(term)),
    isWithdrawn,
    successor: (term) => {
      const successor = tables.successor[term] ?? -1;
      return successor === -1 ? undefined : successor;
    },
    beside: (term) => besideOf(tables, term, firstBeside().get(term)),
  };
}

/** The facts over a view's columns. */
export function factBaseOf(tables: ViewTables, universe: Catalogue): FactBase {
  return { universe, relations: new Map(tables.relations.map((relation) => [relation.name, relation])) };
}

function entryOf(tables: ViewTables, term: number, name: string): CatalogueEntry {
  const withdrawn = WITHDRAWALS[tables.withdrawal[term] ?? 0];
  const stored = tables.stored[term] ?? -1;
  return {
    term,
    id: tables.ids.at(term),
    type: tables.types[tables.typeOf[term] ?? 0] ?? '',
    name,
    label: tables.labels.at(term),
    aliases: aliasesOf(tables, term),
    ...(withdrawn === undefined ? {} : { withdrawn }),
    ...(stored === -1 ? {} : { stored }),
  };
}

function aliasesOf({ aliases, firstAlias }: ViewTables, term: number): readonly string[] {
  return textsAt(aliases, firstAlias, term);
}

/** The texts of an entry: those from its first up to the first of the next. */
function textsAt(texts: TextColumn, firsts: Int32Array, entry: number): readonly string[] {
  const first = firsts[entry] ?? 0;
  const end = firsts[entry + 1] ?? first;
  return Array.from({ length: end - first }, (_, index) => texts.at(first + index));
}

/** For each number of a sorted column, where it stands first. */
function firstEntries(column: Int32Array): ReadonlyMap<number, number> {
  const first = new Map<number, number>();
  for (const [entry, number] of column.entries()) if (!first.has(number)) first.set(number, entry);
  return first;
}

function besideOf(tables: ViewTables, term: number, first: number | undefined): readonly FurtherObject[] {
  const { besideTerm, besideStored, besideIds } = tables;
  const further: FurtherObject[] = [];
  for (let entry = first ?? besideTerm.length; besideTerm[entry] === term; entry++)
    further.push({
      id: besideIds.at(entry),
      stored: besideStored[entry] ?? -1,
      names: besideNames(tables, entry),
    });
  return further;
}

function besideNames({ firstBesideName, besideNames: names }: ViewTables, entry: number): readonly string[] {
  return textsAt(names, firstBesideName, entry).filter((name) => name !== '');
}

function indexById(tables: ViewTables): ReadonlyMap<string, number> {
  const index = new Map<string, number>();
  for (const [entry, term] of tables.besideTerm.entries()) index.set(tables.besideIds.at(entry), term);
  for (let term = 0; term < tables.ids.length; term++) index.set(tables.ids.at(term), term);
  return index;
}

/** Texts that are looked for one by one before an index of all is made, which takes longer than some answers. */
const FEW_TEXTS = 4;

function literalByText(tables: ViewTables): (text: string) => number | undefined {
  const literals = lazily(() => termsOfType(tables, LITERAL_TYPE));
  const index = lazily(() => new Map(literals().map((term) => [tables.ids.at(term), term])));
  let asked = 0;
  return (wanted) =>
    asked++ < FEW_TEXTS ? literals().find((term) => tables.ids.at(term) === wanted) : index().get(wanted);
}

function termsByLabel(tables: ViewTables): (label: string) => readonly number[] {
  const index = lazily(() => indexByLabel(tables, (label) => label));
  let asked = 0;
  return (wanted) => {
    if (wanted === '') return [];
    if (asked++ >= FEW_TEXTS) return index().get(wanted) ?? [];
    const terms: number[] = [];
    for (let term = 0; term < tables.labels.length; term++)
      if (tables.labels.at(term) === wanted) terms.push(term);
    return terms;
  };
}

/** @param normal what of a text counts; texts of which nothing does are left out */
function indexByLabel(
  tables: ViewTables,
  normal: (label: string) => string,
): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>();
  for (let term = 0; term < tables.labels.length; term++)
    addTerm(index, normal(tables.labels.at(term)), term);
  return index;
}

/** @param normal see {@link indexByLabel} */
function indexByName(
  tables: ViewTables,
  normal: (name: string) => string,
): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>();
  for (let term = 0; term < tables.names.length; term++) {
    addTerm(index, normal(tables.names.at(term)), term);
    for (const alias of aliasesOf(tables, term)) addTerm(index, normal(alias), term);
  }
  // What others call a term may be a name of its own.
  for (const [entry, term] of tables.besideTerm.entries())
    for (const name of besideNames(tables, entry).map(normal))
      if (index.get(name)?.includes(term) !== true) addTerm(index, name, term);
  return index;
}

/** Terms come in their order, so that a term which has the text already is the last. */
function addTerm(index: Map<string, number[]>, text: string, term: number): void {
  if (text === '') return;
  const terms = index.get(text);
  if (terms === undefined) index.set(text, [term]);
  else if (terms.at(-1) !== term) terms.push(term);
}

function normalName(text: string): string {
  return text.trim().toLowerCase();
}

/** Terms of one type stand next to each other in the order wanted; those of several types are merged. */
function termsOfTypes(tables: ViewTables, types: readonly string[]): readonly number[] {
  const ranges = [...new Set(types)]
    .map((type) => termsOfType(tables, type))
    .filter((terms) => terms.length > 0);
  const [first = []] = ranges;
  return ranges.length < 2 ? first : ranges.flat().toSorted((one, other) => compareTerms(tables, one, other));
}

function termsOfType(tables: ViewTables, type: string): readonly number[] {
  const number = tables.types.indexOf(type);
  const first = number === -1 ? -1 : tables.typeOf.indexOf(number);
  if (first === -1) return [];
  const end = tables.typeOf.lastIndexOf(number) + 1;
  return Array.from({ length: end - first }, (_, index) => first + index);
}

function compareTerms(tables: ViewTables, one: number, other: number): number {
  const [label, otherLabel] = [tables.labels.at(one), tables.labels.at(other)];
  return (
    Number(label === '') - Number(otherLabel === '') ||
    compareText(label, otherLabel) ||
    compareText(tables.names.at(one), tables.names.at(other)) ||
    one - other
  );
}
