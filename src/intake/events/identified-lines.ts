import type { IssueDeclaration } from '../../facts/index.ts';
import { isRaw, textOf, type Raw } from '../../stix/index.ts';
import { parsedJson } from '../../text/index.ts';
import type { IssueList } from '../issue-list.ts';

/** A line of JSON Lines that is an object with an id. */
export interface IdentifiedLine {
  readonly id: string;
  /** From 1 on. */
  readonly line: number;
  readonly raw: Raw;
}

/** Lines that are objects with an id, a text or a whole number; others are reported, empty ones passed over. */
export function identifiedLines(
  text: string,
  issues: IssueList,
  bad: IssueDeclaration,
  field = 'id',
): readonly IdentifiedLine[] {
  return text.split(/\r?\n/).flatMap((each, index) => {
    if (each.trim() === '') return [];
    const raw = parsedJson(each);
    const id = isRaw(raw) ? idOf(raw, field) : '';
    if (isRaw(raw) && id !== '') return [{ id, line: index + 1, raw }];
    const lacks = isRaw(raw) ? `has no \`${field}\`` : 'is no JSON object';
    issues.add(bad, `The line ${lacks}.`, { line: index + 1 });
    return [];
  });
}

function idOf(raw: Raw, field: string): string {
  const id = raw[field];
  return typeof id === 'number' ? String(id) : textOf(raw, field);
}

/** `date` as given, empty where there is none, and the day that it begins with. */
export function dayIn(raw: Raw): { readonly date: string; readonly day: string | undefined } {
  const date = textOf(raw, 'date');
  return { date, day: /^\d{4}-\d\d-\d\d/.exec(date)?.[0] };
}

/** `enterprise-attack-18.1.json.gz`, `v18.1` and `18.1` name the release 18.1. */
export function releaseIn(bundle: string): string | undefined {
  return /(?<![\d.])\d+\.\d+(?![\d.]*\d)/.exec(bundle)?.[0];
}
