import { parse, TomlError } from 'smol-toml';
import { defined, parsedJson } from '../../text/index.ts';
import type { CoverageClaim } from '../../threat/index.ts';
import { IssueList } from '../issue-list.ts';
import { INTAKE_ISSUES } from '../issues.ts';
import type { Raw } from '../../stix/index.ts';
import type { CoverageReading, CoverageText } from './coverage-format.ts';
import { dayWritten } from './day-written.ts';
import { techniqueIdsIn } from './technique-ids.ts';
import { fieldsOf, listOf, platformsIn, textIn, textsIn } from './written-lists.ts';

/** Whether it looks like a detection rule of Elastic as its repository keeps it. */
export function isElasticToml(text: string): boolean {
  return /^\[rule\]/mu.test(text) && /^\[(?:metadata\]|\[?rule\.threat)/mu.test(text);
}

/** Whether it looks like rules as Kibana exports them: a rule on every line. */
export function isElasticExport(text: string): boolean {
  const [first = ''] = text.trimStart().split('\n', 1);
  return first.startsWith('{') && /"(?:rule_id|immutable)"\s*:/u.test(first) && /"threat"\s*:/u.test(first);
}

/**
 * Reads which techniques a detection rule of Elastic names (TOML of elastic/detection-rules). A rule of the repository is to hand,
 * whether or not it is deployed; those of `maturity` other than production, and deprecated ones, cover nothing.
 */
export function readElasticToml({ text, file }: CoverageText): CoverageReading {
  const issues = new IssueList(file);
  try {
    const parsed = fieldsOf(parse(text));
    const metadata = fieldsOf(parsed['metadata']);
    const isInUse = ['production', undefined].includes(textIn(metadata['maturity']));
    const claims = isInUse ? claimsOf(fieldsOf(parsed['rule']), metadata, file) : [];
    return withIssues(claims, issues);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [message = ''] = error.message.split('\n', 1);
    issues.add(INTAKE_ISSUES.notCoverage, message, { line: error.line, column: error.column });
    return { claims: [], issues: issues.toArray() };
  }
}

/** Reads rules as Kibana exports them (NDJSON): one that is enabled is deployed, any other to hand. */
export function readElasticExport({ text, file }: CoverageText): CoverageReading {
  const issues = new IssueList(file);
  const claims = text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const parsed = parsedJson(line);
    if (parsed === undefined) {
      issues.add(INTAKE_ISSUES.wrongCoverageEntry, 'It is not JSON.', { line: index + 1 });
      return [];
    }
    const rule = fieldsOf(parsed);
    const stage = rule['enabled'] === true ? 'deployed' : 'rule';
    return claimsOf(rule, {}, file).map((claim): CoverageClaim => ({ ...claim, stage }));
  });
  return withIssues(claims, issues);
}

function withIssues(claims: readonly CoverageClaim[], issues: IssueList): CoverageReading {
  if (claims.length === 0 && issues.isEmpty)
    issues.add(INTAKE_ISSUES.nothingCovered, 'No rule in use of it names a technique.');
  return { claims, issues: issues.toArray() };
}

function claimsOf(rule: Raw, metadata: Raw, file: string): readonly CoverageClaim[] {
  const about = defined({
    rule: textIn(rule['rule_id']) ?? textIn(rule['id']),
    title: textIn(rule['name']),
    date:
      dayWritten(metadata['updated_date']) ??
      dayWritten(metadata['creation_date']) ??
      dayWritten(rule['updated_at']),
    platforms: platformsIn(textsIn(rule['tags']).map((tag) => tag.replace(/^OS:\s*/u, ''))),
  });
  return [...new Set(listOf(rule['threat']).flatMap(techniquesOf))].map((technique) => ({
    technique,
    level: 1,
    kind: 'rule',
    file,
    ...about,
  }));
}

/** The sub-techniques that it names, and techniques of which it names none. */
function techniquesOf(threat: unknown): readonly string[] {
  return listOf(fieldsOf(threat)['technique']).flatMap((technique) => {
    const { id, subtechnique } = fieldsOf(technique);
    const parts = listOf(subtechnique).flatMap((part) => textsIn(fieldsOf(part)['id']));
    return (parts.length > 0 ? parts : textsIn(id)).flatMap((each) => techniqueIdsIn(each));
  });
}
