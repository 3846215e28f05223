import { closestName } from '../../text/index.ts';
import { type IssueDeclaration, type RelationDeclaration, type TermDeclaration } from '../../facts/index.ts';
import { RELATIONS, TLP_LEVELS, tlpNamed } from '../../threat/index.ts';
import type { IssueList } from '../issue-list.ts';
import { INTAKE_ISSUES } from '../issues.ts';
import {
  placeOrSector,
  readTimestamp,
  ASSERTION_STATUSES,
  type Assertion,
  type AssertionStatus,
} from '../../stix/index.ts';
import type { CaseRow, Cell } from './case-rows.ts';

/** Finds what a text names among the things that are known. */
export type NameResolver = (text: string, types: readonly string[]) => ResolvedName;

/** What a text names. */
export type ResolvedName =
  | { readonly kind: 'one'; readonly id: string; readonly name: string }
  | { readonly kind: 'several'; readonly candidates: readonly string[] }
  | { readonly kind: 'none'; readonly similar: readonly string[] };

/** Fields of an assertion in a case file. */
export const ROW_FIELDS = [
  'subject',
  'relation',
  'object',
  'source',
  'status',
  'date',
  'tlp',
  'sentence',
  'first_seen',
  'last_seen',
  'references',
] as const;
type RowField = (typeof ROW_FIELDS)[number];

/** Fields that an assertion takes over from the case where it does not say otherwise. */
const INHERITED: ReadonlySet<RowField> = new Set<RowField>(['source', 'status', 'date', 'tlp']);

/** Relations whose object, where it is a word of the vocabulary, is that country, region or sector. */
const PLACE_RELATIONS: ReadonlySet<string> = new Set([
  'targets',
  'located-at',
  'originates-from',
  'sponsored-by',
]);

/** What holds where neither the assertion nor the case says so: suspected, and for the organisation's own eyes. */
const DEFAULTS: ReadonlyMap<string, string> = new Map([
  ['status', 'suspected'],
  ['tlp', 'amber'],
]);

/** Reads one assertion; undefined, and an issue for everything that is wrong with it, where it cannot be used. */
export function readRow(
  row: CaseRow,
  head: CaseRow,
  resolve: NameResolver,
  issues: IssueList,
): Assertion | undefined {
  const reader = new RowReader(row, head, issues);
  reader.warnOfUnknownFields();
  const relation = reader.relation();
  const subject = reader.term('subject', relation?.terms[0], resolve);
  const object = reader.term('object', relation?.terms[1], resolve);
  const source = reader.needed('source');
  const status = reader.status();
  const tlp = reader.tlp();
  const created = reader.date('date', true);
  const firstSeen = reader.date('first_seen', false);
  const lastSeen = reader.date('last_seen', false);
  if (relation === undefined || subject === undefined || object === undefined) return undefined;
  if (source === undefined || status === undefined || tlp === undefined || created === undefined)
    return undefined;
  if (firstSeen === undefined || lastSeen === undefined) return undefined;
  return {
    subject: subject.id,
    relation: relation.name,
    object: object.isLiteral ? { literal: object.id } : object.id,
    source: source.text,
    status,
    created,
    modified: created,
    tlp,
    statement: relation.says.replace('{0}', () => subject.name).replace('{1}', () => object.name),
    sentence: reader.text('sentence'),
    ...(firstSeen === '' ? {} : { firstSeen }),
    ...(lastSeen === '' ? {} : { lastSeen }),
    ...(object.thing === undefined ? {} : { thing: object.thing }),
    references: reader
      .text('references')
      .split(/\s+/)
      .filter((reference) => reference !== ''),
    retracted: false,
  };
}

interface ResolvedTerm {
  readonly id: string;
  readonly name: string;
  readonly isLiteral: boolean;
  /** The word as told, where the vocabulary alone knows what it names. */
  readonly thing?: string;
}

/** A country, region or sector is known to the vocabulary even where no source has named it yet. */
function namedThing(text: string): ResolvedTerm | undefined {
  const named = placeOrSector(text);
  const name = named?.objects[0]?.entity?.name;
  return named === undefined || name === undefined
    ? undefined
    : { id: named.id, name, isLiteral: false, thing: text };
}

class RowReader {
  readonly #row: CaseRow;
  readonly #head: CaseRow;
  readonly #issues: IssueList;

  constructor(row: CaseRow, head: CaseRow, issues: IssueList) {
    this.#row = row;
    this.#head = head;
    this.#issues = issues;
  }

  warnOfUnknownFields(): void {
    const names: readonly string[] = ROW_FIELDS;
    for (const [name, cell] of this.#row.fields) {
      if (names.includes(name)) continue;
      const meant = closestName(name, names);
      const hint = meant === undefined ? '' : ` Did you mean \`${meant}\`?`;
      this.#complain(INTAKE_ISSUES.unknownCaseField, `\`${name}\` is not read.${hint}`, cell);
    }
  }

  text(field: RowField): string {
    return this.#cell(field)?.text.trim() ?? '';
  }

  /** A field that must be there; an issue where it is not. */
  needed(field: RowField): Cell | undefined {
    const cell = this.#cell(field);
    if (cell !== undefined) return { ...cell, text: cell.text.trim() };
    this.#complain(INTAKE_ISSUES.missingCaseField, `The assertion has no \`${field}\`.`, this.#row);
    return undefined;
  }

  relation(): RelationDeclaration | undefined {
    const cell = this.needed('relation');
    if (cell === undefined) return undefined;
    const name = cell.text.toLowerCase().replaceAll(/[\s_]+/g, '-');
    const relation = RELATIONS.find((row) => row.name === name);
    if (relation !== undefined) return relation;
    const meant = closestName(
      name,
      RELATIONS.map((row) => row.name),
    );
    const hint = meant === undefined ? '' : ` Did you mean \`${meant}\`?`;
    this.#complain(INTAKE_ISSUES.unknownRelation, `There is no relation \`${cell.text}\`.${hint}`, cell);
    return undefined;
  }

  /** What a term names: a thing, or a literal where the relation takes one. */
  term(
    field: 'subject' | 'object',
    declared: TermDeclaration | undefined,
    resolve: NameResolver,
  ): ResolvedTerm | undefined {
    const cell = this.needed(field);
    if (cell === undefined || declared === undefined) return undefined;
    if (declared.types.length === 1 && declared.types[0] === 'string')
      return { id: cell.text, name: cell.text, isLiteral: true };
    const thing = field === 'object' && this.#isAboutVictims() ? namedThing(cell.text) : undefined;
    if (thing !== undefined) return thing;
    const resolved = resolve(cell.text, declared.types);
    if (resolved.kind === 'one') return { id: resolved.id, name: resolved.name, isLiteral: false };
    if (resolved.kind === 'several')
      this.#complain(
        INTAKE_ISSUES.ambiguousName,
        `\`${cell.text}\` may be ${resolved.candidates.join(', ')}.`,
        cell,
      );
    else this.#complainOfUnknown(cell, resolved.similar);
    return undefined;
  }

  #isAboutVictims(): boolean {
    return PLACE_RELATIONS.has(
      this.text('relation')
        .toLowerCase()
        .replaceAll(/[\s_]+/g, '-'),
    );
  }

  status(): AssertionStatus | undefined {
    const cell = this.#choice('status');
    const status = ASSERTION_STATUSES.find((known) => known === cell.text.toLowerCase());
    if (status === undefined) this.#complainOfChoice('status', cell, ASSERTION_STATUSES);
    return status;
  }

  tlp(): string | undefined {
    const cell = this.#choice('tlp');
    const level = tlpNamed(cell.text)?.name;
    if (level === undefined)
      this.#complainOfChoice(
        'tlp',
        cell,
        TLP_LEVELS.map(({ name }) => name),
      );
    return level;
  }

  /** A day or a timestamp as a STIX timestamp; empty where an optional one is absent, undefined where it is none. */
  date(field: RowField, isNeeded: boolean): string | undefined {
    const cell = isNeeded ? this.needed(field) : (this.#cell(field) ?? { ...this.#row, text: '' });
    const told = cell?.text.trim() ?? '';
    if (cell === undefined || (told === '' && !isNeeded)) return cell === undefined ? undefined : '';
    const timestamp = readTimestamp(told);
    if (timestamp === undefined)
      this.#complain(INTAKE_ISSUES.badDate, `\`${told}\` is not a day or a timestamp.`, cell);
    return timestamp;
  }

  #cell(field: RowField): Cell | undefined {
    const own = this.#row.fields.get(field);
    if (own !== undefined && own.text.trim() !== '') return own;
    const inherited = INHERITED.has(field)
      ? this.#head.fields.get(field === 'source' ? 'case' : field)
      : undefined;
    return inherited !== undefined && inherited.text.trim() !== '' ? inherited : undefined;
  }

  #choice(field: 'status' | 'tlp'): Cell {
    const cell = this.#cell(field) ?? { ...this.#row, text: DEFAULTS.get(field) ?? '' };
    return { ...cell, text: cell.text.trim() };
  }

  #complainOfChoice(field: string, cell: Cell, choices: readonly string[]): void {
    const message = `\`${cell.text}\` is no ${field}; it is one of ${choices.join(', ')}.`;
    this.#complain(INTAKE_ISSUES.badChoice, message, cell);
  }

  #complainOfUnknown(cell: Cell, similar: readonly string[]): void {
    const hint = similar.length === 0 ? '' : ` Did you mean ${similar.join(', ')}?`;
    this.#complain(INTAKE_ISSUES.unknownName, `Nothing known is called \`${cell.text}\`.${hint}`, cell);
  }

  #complain(
    declaration: IssueDeclaration,
    message: string,
    { line, column }: Pick<Cell, 'line' | 'column'>,
  ): void {
    this.#issues.add(declaration, message, { line, column });
  }
}
