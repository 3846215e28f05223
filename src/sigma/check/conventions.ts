import { issueOf, type Issue, type IssueDeclaration } from '../../facts/index.ts';
import { SIGMA_ISSUES } from '../issues.ts';
import type { Condition } from '../rule/condition.ts';
import type { DetectionItem, Search, SigmaRule } from '../rule/rule.ts';

/** A convention of SigmaHQ’s: what a rule does against it, each a sentence, and where that is not the rule itself. */
interface Convention {
  readonly issue: IssueDeclaration;
  readonly against: (rule: SigmaRule) => readonly Breach[];
}

type Breach = readonly [message: string, place?: Issue['place']];

/** What SigmaHQ’s conventions for rules (2.1.0) ask, as far as a program can see it. */
const CONVENTIONS: readonly Convention[] = [
  { issue: SIGMA_ISSUES.keyMissing, against: missingKeys },
  { issue: SIGMA_ISSUES.titleCase, against: ({ title }) => titleBreaches(title) },
  {
    issue: SIGMA_ISSUES.descriptionStart,
    against: ({ description = 'Detects' }) =>
      /^(?:detects|identifies|this rule)/iu.test(description)
        ? []
        : [[`The description begins “${description.slice(0, 40)}”.`]],
  },
  {
    issue: SIGMA_ISSUES.referenceToAttack,
    against: ({ references }) =>
      references
        .filter((one) => /^https?:\/\/attack\.mitre\.org\//iu.test(one))
        .map((one) => [`It refers to ${one}.`]),
  },
  {
    issue: SIGMA_ISSUES.falsePositivesUnclear,
    against: ({ falsePositives }) =>
      falsePositives
        .filter((one) =>
          /^(?:none|n\/?a|no|pentest(?:ing)?|penetration test(?:ing)?|red team(?:ing)?)\.?$/iu.test(one),
        )
        .map((one) => [`False positives are said to be “${one}”.`]),
  },
  {
    issue: SIGMA_ISSUES.tagUnknown,
    against: ({ tags }) => tags.filter((tag) => !isKnownTag(tag)).map((tag) => [`The tag is “${tag}”.`]),
  },
  { issue: SIGMA_ISSUES.selectionUnused, against: unusedSelections },
  {
    issue: SIGMA_ISSUES.allOfThem,
    against: ({ conditionText }) =>
      /\ball\s+of\s+them\b/iu.test(conditionText) ? [[`The condition is “${conditionText}”.`]] : [],
  },
  {
    issue: SIGMA_ISSUES.allOfOne,
    against: ({ selections }) =>
      selections
        .flatMap(({ search }) => itemsOf(search))
        .filter(({ modifiers, values }) => modifiers.includes('all') && values.length === 1)
        .map(({ field = '', place }) => [`\`${field}\` has one value.`, place]),
  },
];

export function conventionIssues(rule: SigmaRule): readonly Issue[] {
  return CONVENTIONS.flatMap(({ issue, against }) =>
    against(rule).map(([message, place = rule.place]) => issueOf(issue, message, place)),
  );
}

function missingKeys(rule: SigmaRule): readonly Breach[] {
  const { id, status, description, author, date, level } = rule;
  const single = Object.entries({ id, status, description, author, date, level }).filter(
    ([, value]) => value === undefined,
  );
  const { references, tags, falsePositives: falsepositives } = rule;
  const lists = Object.entries({ references, tags, falsepositives }).filter(([, list]) => list.length === 0);
  return [...single, ...lists].map(([key]) => [`It has no \`${key}\`.`]);
}

/** Words that stay small in a title. */
const SMALL_WORDS = new Set(
  'a an and as at between but by for from if in into is nor not of off on onto or over per so than that the then to up using via vs vs. when with within without'.split(
    ' ',
  ),
);
const LONGEST_TITLE = 110;

function titleBreaches(title: string): readonly Breach[] {
  const small = title
    .split(/\s+/u)
    .find((word, at) => /^[a-z]+$/u.test(word) && (at === 0 || !SMALL_WORDS.has(word)));
  return [
    ...(small === undefined ? [] : [[`“${small}” of the title begins small.`] as const]),
    ...(title.length > LONGEST_TITLE ? [[`The title has ${String(title.length)} characters.`] as const] : []),
  ];
}

/** Tags of the specification (appendix on tags, 2.1.0), with the tactics of ATT&CK before and since release 19. */
const TAGS: readonly RegExp[] = [
  /^attack\.(?:[tgs]\d{4}|t\d{4}\.\d{3}|ta\d{4}|c\d{4}|ds\d{4}|m\d{4})$/u,
  /^attack\.(?:initial-access|execution|persistence|privilege-escalation|defense-evasion|stealth|defense-impairment|credential-access|discovery|lateral-movement|collection|exfiltration|command-and-control|impact|reconnaissance|resource-development)$/u,
  /^attack\.(?:inhibit-response-function|impair-process-control|evasion|network-effects|remote-service-effects)$/u,
  /^car\.\d{4}-\d{2}-\d{3}$/u,
  /^cve\.\d{4}[-.]\d+$/u,
  /^d3fend\.[\w-]+$/u,
  /^detection\.(?:dfir|emerging-threats|threat-hunting)$/u,
  /^stp\.[1-5][auk]?$/u,
  /^tlp\.(?:red|amber|amber-strict|green|clear|white)$/u,
];

function isKnownTag(tag: string): boolean {
  return TAGS.some((pattern) => pattern.test(tag));
}

function unusedSelections({ selections, condition }: SigmaRule): readonly Breach[] {
  const used = new Set(namesIn(condition));
  return selections
    .filter(({ name }) => !used.has(name))
    .map(({ name, place }) => [`The condition does not name \`${name}\`.`, place]);
}

function namesIn(condition: Condition): readonly string[] {
  if (condition.kind === 'selection') return [condition.name];
  return condition.kind === 'not' ? namesIn(condition.of) : condition.of.flatMap(namesIn);
}

function itemsOf(search: Search): readonly DetectionItem[] {
  return search.kind === 'item' ? [search.item] : search.of.flatMap(itemsOf);
}
