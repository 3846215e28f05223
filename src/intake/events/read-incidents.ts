import type { Issue } from '../../facts/index.ts';
import { textOf, textsOf } from '../../stix/index.ts';
import { defined } from '../../text/index.ts';
import { DOMAINS, type SeenIncident } from '../../threat/index.ts';
import { IssueList } from '../issue-list.ts';
import { INTAKE_ISSUES } from '../issues.ts';
import { dayIn, identifiedLines, releaseIn, type IdentifiedLine } from './identified-lines.ts';

/**
 * Reads what was seen in incidents from JSON Lines: `{id, bundle?, techniques[], software?[], date?, hidden?[], hidden_citations?[],
 * hidden_set?}`, one to a line. A line that is none is left out and reported, as is a field that cannot be meant: answered
 * without what it hides, a line would be answered with what it must not use.
 */
export function readIncidents(
  text: string,
  location: string,
): { readonly incidents: readonly SeenIncident[]; readonly issues: readonly Issue[] } {
  const issues = new IssueList(location);
  const incidents = identifiedLines(text, issues, INTAKE_ISSUES.badIncident).flatMap((each) => {
    const wrong = FIELDS.find(({ field, isSound }) => !isSound(each.raw[field] ?? undefined));
    if (wrong === undefined) return [readIncident(each, issues)];
    const { field, needed } = wrong;
    issues.add(INTAKE_ISSUES.badIncident, `\`${field}\` must be ${needed}.`, { line: each.line, field });
    return [];
  });
  return { incidents, issues: issues.toArray() };
}

/** What fields must be where they are there. */
const FIELDS = [
  ...['techniques', 'software', 'hidden', 'hidden_citations'].map((field) => ({
    field,
    needed: 'a list of texts',
    isSound: (value: unknown) =>
      value === undefined || (Array.isArray(value) && value.every((each) => typeof each === 'string')),
  })),
  { field: 'hidden_set', needed: 'a text', isSound: isTextOrNone },
  {
    field: 'bundle',
    needed: 'the name of a release, e.g. `18.1` or `enterprise-attack-18.1.json.gz`',
    isSound: (value: unknown) =>
      isTextOrNone(value) && (value === undefined || value === '' || releaseIn(value) !== undefined),
  },
];

function isTextOrNone(value: unknown): value is string | undefined {
  return value === undefined || typeof value === 'string';
}

function readIncident({ id, line, raw }: IdentifiedLine, issues: IssueList): SeenIncident {
  const { date, day } = dayIn(raw);
  if (date !== '' && day === undefined)
    issues.add(INTAKE_ISSUES.ignoredInIncident, `“${date}” is no day; the incident counts as undated.`, {
      line,
      field: 'date',
    });
  const techniques = textsOf(raw, 'techniques');
  if (techniques.length === 0)
    issues.add(INTAKE_ISSUES.ignoredInIncident, 'There are no techniques to rank groups by.', { line });
  const bundle = textOf(raw, 'bundle');
  return {
    id,
    techniques,
    software: textsOf(raw, 'software'),
    hidden: textsOf(raw, 'hidden'),
    hiddenCitations: textsOf(raw, 'hidden_citations'),
    ...defined({
      release: releaseIn(bundle),
      series: DOMAINS.find((domain) => bundle.includes(domain.id))?.id,
      date: day,
      hiddenSet: textOf(raw, 'hidden_set') || undefined,
    }),
  };
}

const CITATION = 'citation:';

/** What a file hides beside its incident: a STIX id of a relationship to a line, or `citation:` and the name of a document. */
export function readHiddenSet(text: string): Pick<SeenIncident, 'hidden' | 'hiddenCitations'> {
  const hidden: string[] = [];
  const hiddenCitations: string[] = [];
  for (const each of text.split('\n')) {
    const line = each.trim();
    if (line.startsWith(CITATION)) hiddenCitations.push(line.slice(CITATION.length));
    else if (line !== '') hidden.push(line);
  }
  return { hidden, hiddenCitations };
}
