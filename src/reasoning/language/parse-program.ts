import type { Issue } from '../../facts/index.ts';
import { REASONING_ISSUES as ISSUES } from '../issues.ts';
import { programKey, type RuleFile } from '../program-key.ts';
import type { Pack, Program, Rule, Vocabulary } from '../program.ts';
import { checkRule } from './check-rule.ts';
import { checkStrata } from './check-strata.ts';
import { readStatement } from './read-syntax.ts';
import { reporterFor, type Reporter } from './reporter.ts';
import { declareRelation, declareType, declareUnion, scopeOf, type Scope } from './scope.ts';
import { splitStatements } from './split-statements.ts';
import type { RuleSyntax, StatementSyntax } from './syntax.ts';

/** A program, present where nothing is an error; and everything there is to say about the texts, in order. */
export interface ParsedProgram {
  readonly program?: Program;
  readonly issues: readonly Issue[];
}

/**
 * Reads rule files into one program. The files share their names: a later file may use what an earlier one declares.
 * All errors of all files are reported, not only the first.
 *
 * @param vocabulary relations that sources report and names of types, which need no declaration
 */
export function parseProgram(files: readonly RuleFile[], vocabulary: Vocabulary): ParsedProgram {
  const draft: Draft = { scope: scopeOf(vocabulary), packs: [], rules: [], issues: [] };
  for (const file of files) readFile(file, draft);
  const parts = {
    packs: draft.packs,
    relations: [...draft.scope.relations.values()],
    unions: [...draft.scope.unions.values()],
    rules: draft.rules,
  };
  const issues = hasError(draft.issues) ? draft.issues : [...draft.issues, ...checkStrata(parts)];
  if (hasError(issues)) return { issues };
  return { program: { key: programKey(files, vocabulary), ...parts }, issues };
}

interface Draft {
  readonly scope: Scope;
  readonly packs: Pack[];
  readonly rules: Rule[];
  readonly issues: Issue[];
}

function hasError(issues: readonly Issue[]): boolean {
  return issues.some((issue) => issue.severity === 'error');
}

/** Declarations first, so that a file may declare a relation below the rules that use it. */
function readFile(file: RuleFile, draft: Draft): void {
  const reporter = reporterFor(file.file, file.text, draft.issues);
  const statements = readStatements(file.text, reporter);
  for (const statement of statements) declare(statement.syntax, draft, file, statement.reporter);
  const pack = draft.packs.find((known) => known.file === file.file)?.name ?? '';
  for (const { syntax, reporter: located } of statements)
    if (syntax.kind === 'rule') addRule(syntax, pack, draft, located);
}

interface LocatedStatement {
  readonly syntax: StatementSyntax;
  /** Takes offsets within the statement. */
  readonly reporter: Reporter;
}

/** Longer files are not read: the shipped packs have some 2,000 characters. */
const LONGEST_FILE = 1_000_000;
/** Longer statements are not read; a sentence has some 100 characters. */
const LONGEST_STATEMENT = 50_000;

function readStatements(text: string, reporter: Reporter): readonly LocatedStatement[] {
  if (text.length > LONGEST_FILE) {
    const message = `The file has ${text.length} characters; at most ${LONGEST_FILE} are read.`;
    reporter.report(ISSUES.tooLong, 0, message);
    return [];
  }
  return splitStatements(text).flatMap((piece) => {
    const located = shifted(reporter, piece.at);
    if (piece.text.length > LONGEST_STATEMENT) {
      const message = `The statement has ${piece.text.length} characters; at most ${LONGEST_STATEMENT} are read.`;
      located.report(ISSUES.tooLong, 0, message);
      return [];
    }
    const reading = readStatement(piece.text);
    if (reading.ok) return [{ syntax: reading.value, reporter: located }];
    located.report(ISSUES.syntax, reading.at, reading.fault);
    return [];
  });
}

function shifted(reporter: Reporter, by: number): Reporter {
  return {
    report: (declaration, at, message, hint) => {
      reporter.report(declaration, at + by, message, hint);
    },
    place: (at) => reporter.place(at + by),
  };
}

function declare(syntax: StatementSyntax, draft: Draft, file: RuleFile, reporter: Reporter): void {
  if (syntax.kind === 'type') declareType(syntax, draft.scope, reporter);
  if (syntax.kind === 'relation') declareRelation(syntax, draft.scope, reporter);
  if (syntax.kind === 'union') declareUnion(syntax, draft.scope, reporter);
  if (syntax.kind === 'pack') {
    const { name, description } = syntax;
    const isTaken = draft.packs.some((known) => known.name === name.text || known.file === file.file);
    if (isTaken) {
      const message = `There is already a pack in this file, or one called \`${name.text}\`.`;
      reporter.report(ISSUES.duplicateDeclaration, name.at, message);
    } else {
      draft.packs.push({ name: name.text, description, file: file.file });
    }
  }
}

function addRule(syntax: RuleSyntax, pack: string, draft: Draft, reporter: Reporter): void {
  const taken = draft.rules.some((rule) => rule.name === syntax.name.text);
  if (taken) {
    const message = `There is already a rule called \`${syntax.name.text}\`.`;
    reporter.report(ISSUES.duplicateRule, syntax.name.at, message);
  }
  draft.rules.push(checkRule(syntax, pack, draft.scope, reporter));
}
