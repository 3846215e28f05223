import { issueOf } from '../../facts/index.ts';
import { INTAKE_ISSUES } from '../issues.ts';
import type { CoverageReading, CoverageText } from './coverage-format.ts';
import { isOnlyIds, techniqueIdsIn } from './technique-ids.ts';

/** A remark of its own, as in most configuration files. */
const REMARK = /^(?:#|\/\/)/u;
const BULLET = /^[-*•]\s+/u;
/** An id with its name: `T1059.001 PowerShell`, `T1059.001: PowerShell`, `T1059.001 # PowerShell`. */
const NAMED = /^(?:attack\.)?T\d{4}(?:[./]\d{3})?(?:\s*[:,;|#–—-]\s*|\s+)(?<name>[^\s].*)$/iu;
/** Names begin with a capital (`vSphere …`, `/etc/passwd …` are such), and end without a full stop. */
const NAME = /^["'“(]?(?:\p{Ll}?\p{Lu}|\p{N}|\/)(?:.*[^.!?])?$/u;
/** Words of sentences, which no technique is called by: they may say that it is not covered. */
const SENTENCE = /\b(?:is|are|was|were|has|have|not|no|never|none|missing|lacks?|uncovered|gaps?|todo)\b/iu;

/** Whether every line has one or more ids, or begins with one; or it is a JSON list of ids. */
export function isIdList({ text, json }: Pick<CoverageText, 'text' | 'json'>): boolean {
  if (isJson(text)) return idsOfJson(json()) !== undefined;
  const lines = linesOf(text);
  return lines.length > 0 && lines.every((line) => isOnlyIds(line) || isNamedId(line));
}

function isNamedId(line: string): boolean {
  const name = NAMED.exec(line)?.groups?.['name'] ?? '';
  return NAME.test(name) && !SENTENCE.test(name) && techniqueIdsIn(name).length === 0;
}

/**
 * Reads a list of technique ids: each is covered; how well is not known and counts as wholly. A line that has more than ids
 * names one technique, at its beginning: what follows is its name.
 */
export function readIdList({ text, file, json }: CoverageText): CoverageReading {
  const ids = isJson(text)
    ? (idsOfJson(json()) ?? [])
    : linesOf(text).flatMap((line) => techniqueIdsIn(line).slice(0, isOnlyIds(line) ? undefined : 1));
  return coveredWholly(ids, file);
}

/** Reads any text: every technique id in it is covered. Only for those who ask for it: a text may say that it is not. */
export function readIdsInText({ text, file }: Pick<CoverageText, 'text' | 'file'>): CoverageReading {
  return coveredWholly(techniqueIdsIn(text), file);
}

function coveredWholly(ids: readonly string[], file: string): CoverageReading {
  const claims = [...new Set(ids)].map((technique) => ({ technique, level: 1, kind: 'list' as const, file }));
  const nothing = issueOf(INTAKE_ISSUES.nothingCovered, 'It names no technique.', { file });
  return { claims, issues: claims.length > 0 ? [] : [nothing] };
}

function linesOf(text: string): readonly string[] {
  return text
    .split(/\r?\n/u)
    .map((line) => line.trim().replace(BULLET, ''))
    .filter((line) => line !== '' && !REMARK.test(line));
}

export function isJson(text: string): boolean {
  return /^\s*[[{]/u.test(text);
}

function idsOfJson(parsed: unknown): readonly string[] | undefined {
  if (!Array.isArray(parsed) || parsed.length === 0) return undefined;
  const texts: readonly unknown[] = parsed;
  const ids = texts.flatMap((text) =>
    typeof text === 'string' && isOnlyIds(text) ? techniqueIdsIn(text) : [],
  );
  return ids.length >= texts.length ? ids : undefined;
}
