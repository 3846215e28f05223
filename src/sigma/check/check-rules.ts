import { issueOf, type Issue } from '../../facts/index.ts';
import { isMapping } from '../../text/index.ts';
import { SIGMA_ISSUES } from '../issues.ts';
import { compileRule } from '../match/compile-rule.ts';
import type { WrittenDocument } from '../rule/documents.ts';
import { OTHER_DOCUMENTS, readRules, type RulesRead } from '../rule/read-rules.ts';
import { conventionIssues } from './conventions.ts';
import { RULE_SCHEMA } from './rule-schema.ts';

/**
 * Reads the rules of a file, with all that is wrong: against the schema, of what cannot be matched, and, as warnings, against what
 * SigmaHQ asks of rules that it takes.
 */
export function checkRules(file: string, text: string): Pick<RulesRead, 'rules' | 'issues'> {
  const { rules, issues, documents } = readRules(file, text);
  const notReady = rules.flatMap((rule) => {
    const compiled = compileRule(rule);
    return compiled.ok ? [] : [compiled.issue];
  });
  const ofRules = documents.filter(
    ({ value }) => isMapping(value) && !OTHER_DOCUMENTS.some(([key]) => Object.hasOwn(value, key)),
  );
  return {
    rules,
    issues: [
      ...issues,
      ...notReady,
      ...ofRules.flatMap(schemaIssues),
      ...rules.flatMap((rule) => conventionIssues(rule)),
      ...(rules.length === 0 ? [] : fileNameIssues(file)),
    ],
  };
}

/** Two rules of one id, among those of several files. */
export function idsGivenTwice(
  rules: readonly {
    readonly id?: string;
    readonly title: string;
    readonly place: NonNullable<Issue['place']>;
  }[],
): readonly Issue[] {
  const first = new Map<string, string>();
  return rules.flatMap(({ id, title, place }) => {
    if (id === undefined) return [];
    const other = first.get(id.toLowerCase());
    if (other === undefined) first.set(id.toLowerCase(), title);
    return other === undefined
      ? []
      : [issueOf(SIGMA_ISSUES.idTwice, `“${title}” has the id of “${other}”.`, place)];
  });
}

function schemaIssues({ value, top }: WrittenDocument): readonly Issue[] {
  const { error } = RULE_SCHEMA.safeParse(value, { jitless: true });
  // What is missing altogether was said when it was read.
  return (error?.issues ?? []).flatMap(({ path, message }) => {
    const [key] = path;
    if (key === undefined || (isMapping(value) && typeof key === 'string' && !(key in value))) return [];
    const { place } = path.reduce((part, one) => part.under(String(one)), top);
    return [
      issueOf(SIGMA_ISSUES.notOfSchema, `\`${path.map(String).join('.')}\` must be ${message}.`, place),
    ];
  });
}

function fileNameIssues(file: string): readonly Issue[] {
  const name = file.replace(/^.*[/\\!]/u, '');
  if (/^[a-z0-9_]{10,90}\.yml$/u.test(name)) return [];
  return [issueOf(SIGMA_ISSUES.fileName, `The file is called “${name}”.`, { file })];
}
