import type {
  NameResolver,
  IssueDeclaration,
  RelationDeclaration,
  TermDeclaration,
} from '../../facts/index.ts';
import type * as z from 'zod/mini';
import { placeOrSector, type Assertion } from '../../stix/index.ts';
import { defined } from '../../text/index.ts';
import type { IssueList } from '../issue-list.ts';
import { INTAKE_ISSUES } from '../issues.ts';
import { readInto, type WrittenFile } from '../read-values.ts';
import { ASSERTION, type CASE_HEAD } from './case-schema.ts';

/** What a case says of itself. */
export interface CaseHead {
  readonly values: Partial<z.output<typeof CASE_HEAD>>;
  /** Fields of it that are wrong: an assertion that would take one over is left out. */
  readonly wrong: ReadonlySet<string>;
}

const DECLARATIONS: Readonly<Record<string, IssueDeclaration>> = {
  format: INTAKE_ISSUES.notACase,
  key: INTAKE_ISSUES.unknownCaseField,
  choice: INTAKE_ISSUES.badChoice,
  day: INTAKE_ISSUES.badDate,
  relation: INTAKE_ISSUES.unknownRelation,
};

/** The issue that a fault of a case file is. */
export function declarationOf(kind: string): IssueDeclaration {
  return DECLARATIONS[kind] ?? INTAKE_ISSUES.badAssertion;
}

/** Fields that an assertion takes over from the case where it does not say otherwise, by their names there. */
const INHERITED: ReadonlyMap<string, string> = new Map([
  ['source', 'case'],
  ['status', 'status'],
  ['date', 'date'],
  ['tlp', 'tlp'],
]);

/** Relations whose object, where it is a word of the vocabulary, is that country, region or sector. */
const PLACE_RELATIONS: ReadonlySet<string> = new Set([
  'targets',
  'located-at',
  'originates-from',
  'sponsored-by',
]);

/**
 * Reads one assertion; undefined, and an issue for everything that is wrong with it, where it cannot be used.
 *
 * @param row the assertion alone, as it stands in its file
 */
export function readRow(
  row: WrittenFile,
  head: CaseHead,
  resolve: NameResolver,
  issues: IssueList,
): Assertion | undefined {
  const { values, wrong } = readInto(issues, row, ASSERTION, declarationOf);
  if (values === undefined) return undefined;
  const complain: Complain = (declaration, message, field) =>
    issues.add(declaration, message, row.locate(field === undefined ? [] : [field]));
  const { relation, source = head.values.case, date = head.values.date } = values;
  // What neither the assertion nor the case says: suspected, and for the organisation's own eyes.
  const { status = head.values.status ?? 'suspected', tlp = head.values.tlp ?? 'amber' } = values;
  const own = new Map(Object.entries(defined(values)));
  const isLost = (field: string): boolean =>
    wrong.has(field) || (!own.has(field) && head.wrong.has(INHERITED.get(field) ?? ''));
  const needed = { relation, subject: values.subject, object: values.object, source, date };
  for (const [field, value] of Object.entries(needed))
    if (value === undefined && !isLost(field))
      complain(INTAKE_ISSUES.missingCaseField, `The assertion has no \`${field}\`.`);
  const term = (field: 'subject' | 'object', declared: TermDeclaration | undefined): Term | undefined =>
    declared && termNamed({ field, text: values[field], declared, relation }, resolve, complain);
  const [subject, object] = [term('subject', relation?.terms[0]), term('object', relation?.terms[1])];
  if (relation === undefined || subject === undefined || object === undefined) return undefined;
  if (source === undefined || date === undefined || wrong.size > 0) return undefined;
  if ([...INHERITED.keys()].some(isLost)) return undefined;
  return {
    subject: subject.id,
    relation: relation.name,
    object: object.isLiteral ? { literal: object.id } : object.id,
    source,
    status,
    created: date,
    modified: date,
    tlp,
    statement: relation.template.replace('{0}', () => subject.name).replace('{1}', () => object.name),
    sentence: values.sentence ?? '',
    ...defined({ firstSeen: values.first_seen, lastSeen: values.last_seen, thing: object.thing }),
    references: values.references.flatMap((reference) => reference.split(/\s+/)),
    retracted: false,
  };
}

type Complain = (declaration: IssueDeclaration, message: string, field?: string) => void;

/** What a term names: a thing, or a literal where the relation takes one. */
interface Term {
  readonly id: string;
  readonly name: string;
  readonly isLiteral: boolean;
  /** The word as written, where the vocabulary alone knows what it names. */
  readonly thing?: string;
}

interface NamedTerm {
  readonly field: 'subject' | 'object';
  readonly text: string | undefined;
  readonly declared: TermDeclaration;
  readonly relation: RelationDeclaration | undefined;
}

function termNamed(
  { field, text, declared, relation }: NamedTerm,
  resolve: NameResolver,
  complain: Complain,
): Term | undefined {
  if (text === undefined) return undefined;
  if (declared.types.length === 1 && declared.types[0] === 'string')
    return { id: text, name: text, isLiteral: true };
  const isPlace = field === 'object' && PLACE_RELATIONS.has(relation?.name ?? '');
  const thing = isPlace ? namedThing(text) : undefined;
  if (thing !== undefined) return thing;
  const resolved = resolve(text, declared.types);
  if (resolved.kind === 'one') return { id: resolved.id, name: resolved.name, isLiteral: false };
  if (resolved.kind === 'several')
    complain(INTAKE_ISSUES.ambiguousName, `\`${text}\` may be ${resolved.candidates.join(', ')}.`, field);
  else {
    const hint = resolved.similar.length === 0 ? '' : ` Did you mean ${resolved.similar.join(', ')}?`;
    complain(INTAKE_ISSUES.unknownName, `Nothing known is called \`${text}\`.${hint}`, field);
  }
  return undefined;
}

/** A country, region or sector is known to the vocabulary even where no source has named it yet. */
function namedThing(text: string): Term | undefined {
  const named = placeOrSector(text);
  const name = named?.objects[0]?.entity?.name;
  return named === undefined || name === undefined
    ? undefined
    : { id: named.id, name, isLiteral: false, thing: text };
}
