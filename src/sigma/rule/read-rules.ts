import { issueOf, type Issue, type IssueDeclaration, type Place } from '../../facts/index.ts';
import { defined, isMapping } from '../../text/index.ts';
import { SIGMA_ISSUES } from '../issues.ts';
import { readCondition, type Condition } from './condition.ts';
import { readDocuments, type WrittenDocument } from './documents.ts';
import { Unreadable } from './unreadable.ts';
import { readSearch } from './read-search.ts';
import type { LogSource, Selection, SigmaRule } from './rule.ts';

/** What a file of rules gave. A document that could not be read as a rule is an issue. */
export interface RulesRead {
  readonly rules: readonly SigmaRule[];
  readonly issues: readonly Issue[];
  /** All documents, as they are written. */
  readonly documents: readonly WrittenDocument[];
}

/** More characters than any rule has: the longest of SigmaHQ’s has 295,000. */
const LONGEST = 1_000_000;

/** Reads the rules of a YAML file, which may hold several documents. Correlations, filters and collections are left out, and said so. */
export function readRules(file: string, text: string): RulesRead {
  if (text.length > LONGEST) {
    const message = `The file has ${String(text.length)} characters; the most that are read are ${String(LONGEST)}.`;
    return { rules: [], issues: [issueOf(SIGMA_ISSUES.tooLarge, message, { file })], documents: [] };
  }
  const rules: SigmaRule[] = [];
  const issues: Issue[] = [];
  const documents = readDocuments(file, text);
  for (const document of documents) {
    try {
      rules.push(ruleOf(document));
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      issues.push(error.issue);
    }
  }
  return { rules, issues, documents };
}

/** Documents that are Sigma, but no rules, by the key that shows it. */
export const OTHER_DOCUMENTS: readonly (readonly [key: string, issue: IssueDeclaration, what: string])[] = [
  ['correlation', SIGMA_ISSUES.correlation, 'a correlation'],
  ['filter', SIGMA_ISSUES.filter, 'a filter'],
  ['action', SIGMA_ISSUES.oldCollection, 'part of a collection'],
];

function ruleOf(document: WrittenDocument): SigmaRule {
  const { value, fault, top } = document;
  if (fault !== undefined)
    throw new Unreadable(
      SIGMA_ISSUES.notYaml,
      `It is not YAML that can be read: ${fault.message}.`,
      fault.place,
    );
  const { place } = top;
  if (!isMapping(value)) throw new Unreadable(SIGMA_ISSUES.notARule, 'It is not a map of keys.', place);
  const title = textOf(value['title']);
  for (const [key, issue, what] of OTHER_DOCUMENTS)
    if (Object.hasOwn(value, key))
      throw new Unreadable(issue, `“${title ?? 'A document'}” is ${what}.`, place);
  const { logsource, detection } = value;
  if (title === undefined) throw missing('title', place);
  if (!isMapping(logsource)) throw missing('logsource', top.under('logsource').place);
  if (!isMapping(detection)) throw missing('detection', top.under('detection').place);
  const selections = Object.entries(detection)
    .filter(([name]) => name !== 'condition' && name !== 'timeframe')
    .map(([name, search]): Selection => {
      const part = top.under('detection').under(name);
      return { name, place: part.place, search: readSearch(search, part) };
    });
  return {
    place,
    title,
    ...defined({
      id: textOf(value['id']),
      status: textOf(value['status']),
      level: textOf(value['level']),
      description: textOf(value['description']),
      author: textOf(value['author']),
      date: textOf(value['date']),
      modified: textOf(value['modified']),
    }),
    references: textsOf(value['references']),
    tags: textsOf(value['tags']),
    falsePositives: textsOf(value['falsepositives']),
    logSource: logSourceOf(logsource),
    selections,
    condition: conditionOf(
      detection['condition'],
      selections,
      top.under('detection').under('condition').place,
    ),
    conditionText: [detection['condition']].flat().map(String).join('\n'),
  };
}

function missing(key: string, place: Place): Unreadable {
  return new Unreadable(
    SIGMA_ISSUES.notARule,
    `It has no \`${key}\`, or one that is not written as such.`,
    place,
  );
}

function logSourceOf(logsource: Readonly<Record<string, unknown>>): LogSource {
  const named = (key: string): string | undefined => textOf(logsource[key])?.toLowerCase();
  return defined({ product: named('product'), category: named('category'), service: named('service') });
}

/** A condition may be a list, of which one has to hold. */
function conditionOf(written: unknown, selections: readonly Selection[], place: Place): Condition {
  const texts = Array.isArray(written) ? written : [written];
  const names = selections.map(({ name }) => name);
  const of = texts.map((text: unknown) => {
    if (typeof text !== 'string')
      throw new Unreadable(SIGMA_ISSUES.conditionUnclear, 'It is not a text.', place);
    if (text.includes('|'))
      throw new Unreadable(SIGMA_ISSUES.oldCollection, 'Its condition aggregates with `|`.', place);
    return readCondition(text, names, place);
  });
  const [first] = of;
  if (first === undefined) throw new Unreadable(SIGMA_ISSUES.conditionUnclear, 'It is an empty list.', place);
  return of.length === 1 ? first : { kind: 'or', of };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number'
    ? String(value).trim() || undefined
    : undefined;
}

function textsOf(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.flatMap((one) => textOf(one) ?? []);
}
