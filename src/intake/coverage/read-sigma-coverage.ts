import { defined, isMapping } from '../../text/index.ts';
import { readDocuments } from '../../sigma/index.ts';
import type { Raw } from '../../stix/index.ts';
import { platformsOfRule, type CoverageClaim, type RuleLogSource } from '../../threat/index.ts';
import { dayWritten } from './day-written.ts';
import { fieldsOf, textIn } from './written-lists.ts';
import { IssueList } from '../issue-list.ts';
import { INTAKE_ISSUES } from '../issues.ts';
import type { CoverageReading, CoverageText } from './coverage-format.ts';
import { techniqueIdsIn } from './technique-ids.ts';

/** Rules of these states are not to be run (github.com/SigmaHQ/sigma-specification). */
const NOT_IN_USE: ReadonlySet<unknown> = new Set(['deprecated', 'unsupported']);

/** Whether it looks like a Sigma rule, or several: a title, and what it detects or correlates. */
export function isSigma(text: string): boolean {
  return /^(?:detection|correlation)\s*:/mu.test(text) && /^(?:title|logsource|action)\s*:/mu.test(text);
}

/**
 * Reads which techniques Sigma rules are tagged with (`attack.t1059.001`). A rule says that it detects, not how well, nor whether it is
 * deployed: the technique counts as wholly covered, on the platforms of its log source. Rules that are deprecated or unsupported cover
 * nothing.
 */
export function readSigmaCoverage({ text, file }: CoverageText): CoverageReading {
  const issues = new IssueList(file);
  const claims = rulesIn(text, issues).flatMap((rule) => claimsOf(rule, file));
  if (claims.length === 0 && issues.isEmpty)
    issues.add(INTAKE_ISSUES.nothingCovered, 'No rule in use of it is tagged with a technique.');
  return { claims, issues: issues.toArray() };
}

function claimsOf(rule: Raw, file: string): readonly CoverageClaim[] {
  const { id, title, modified, date, logsource } = rule;
  const looksIn = logSourceIn(logsource);
  const about = defined({
    rule: typeof id === 'string' ? id : textIn(title),
    title: textIn(title),
    date: dayIn(modified) ?? dayIn(date),
    platforms: platformsOfRule(looksIn),
    looksIn: Object.keys(looksIn).length === 0 ? undefined : looksIn,
  });
  return [...new Set(techniquesOf(rule))].map((technique) => ({
    technique,
    level: 1,
    kind: 'rule',
    file,
    ...about,
  }));
}

/** A day as rules write it: `2024-05-31`, `2024/05/31`. */
function dayIn(value: unknown): string | undefined {
  return dayWritten(value instanceof Date ? value.toISOString().slice(0, 10) : value);
}

function logSourceIn(value: unknown): RuleLogSource {
  const fields = fieldsOf(value);
  return defined({
    product: textIn(fields['product']),
    category: textIn(fields['category']),
    service: textIn(fields['service']),
  });
}

/** Older rules put what several have in common first, with `action: global`. */
function rulesIn(text: string, issues: IssueList): readonly Raw[] {
  // Most of the time of a rule goes into parsing it.
  if (!/attack\.t\d/iu.test(text)) return [];
  const rules: Raw[] = [];
  let common: Raw = {};
  for (const { value: rule, fault } of readDocuments('', withoutRest(text))) {
    if (fault !== undefined) {
      const { line = 1, column = 1 } = fault.place;
      issues.add(INTAKE_ISSUES.notCoverage, `It is not YAML: ${fault.message}`, { line, column });
      return [];
    }
    if (!isMapping(rule)) continue;
    if (rule['action'] === 'global') common = rule;
    else if (rule['detection'] !== undefined || rule['correlation'] !== undefined)
      rules.push({ ...common, ...rule });
  }
  return rules;
}

/** Of a rule, what says whether and which techniques it detects. */
const ASKED: ReadonlySet<string | undefined> = new Set([
  'action',
  'status',
  'tags',
  'id',
  'title',
  'date',
  'modified',
  'logsource',
]);

/**
 * The text with the lines of all other keys empty, so that everything stays in its place: conditions and lists of what to look
 * for make up most of a rule, and a project has thousands.
 */
function withoutRest(text: string): string {
  let isAsked = true;
  const lines = text.split(/\r?\n/u).map((line) => {
    const [, key] = /^['"]?([A-Za-z_]\w*)['"]?\s*:/u.exec(line) ?? [];
    if (key !== undefined) isAsked = ASKED.has(key);
    if (/^(?:---|\.\.\.)/u.test(line)) isAsked = true;
    if (key === 'detection' || key === 'correlation') return `${key}: true`;
    return isAsked ? line : '';
  });
  return lines.join('\n');
}

function techniquesOf({ status, tags }: Raw): readonly string[] {
  if (NOT_IN_USE.has(status) || !Array.isArray(tags)) return [];
  return tags.flatMap((tag) =>
    typeof tag === 'string' && /^attack\.t\d/iu.test(tag) ? techniqueIdsIn(tag) : [],
  );
}
