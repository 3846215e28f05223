import {
  RULE_LEFT_REASONS,
  type RuleLeftReason,
  type SigmaAnswer,
  type UndraftedReason,
} from '../../answers/index.ts';
import { bullets, heading, paragraph, table, type Block, type Document } from '../../render/index.ts';
import { count, groupDigits, percent } from '../../text/index.ts';
import { numberColumn, tableSection } from '../blocks.ts';
import { listed, thingNamed } from '../words.ts';

/** Why rules are left out, as lists say it. */
const RULE_LEFT_WORDS: Readonly<Record<RuleLeftReason, string>> = {
  deprecated: 'deprecated',
  unsupported: 'unsupported: it needs what Sigma does not have',
  'other-platform': 'sees none of the platforms asked about',
};

const UNDRAFTED_WORDS: Readonly<Record<UndraftedReason, string>> = {
  'no-test': 'no test that a program runs on Windows, Linux or macOS',
  'no-command': 'no command of its tests says enough',
  'too-broad': 'what its tests do, tests of other techniques do as well',
};

/** Which techniques have rules, and which do not. */
export function sigmaDocument(pack: SigmaAnswer): Document {
  return documentWith(pack, []);
}

/** The same as the index of a folder: with each rule, and where it stands. */
export function sigmaPackDocument(pack: SigmaAnswer): Document {
  return documentWith(
    pack,
    tableSection(
      'Rules',
      ['Rule', 'Level', 'Techniques', 'File'],
      pack.rules.map(({ title, level = '', techniques, path }) => [
        title,
        level,
        techniques.join(', '),
        path,
      ]),
    ),
  );
}

function documentWith(pack: SigmaAnswer, rules: readonly Block[]): Document {
  const { names, techniques, carried, left } = pack;
  const without = techniques.filter((each) => each.rules === 0);
  return {
    title: `Sigma rules for ${listed(names)}`,
    lead: sayPack(pack),
    blocks: [
      ...(techniques.length === 0 ? [paragraph('No technique is known.')] : []),
      ...tableSection(
        'Techniques with rules',
        ['Technique', numberColumn('Rules')],
        techniques
          .filter((each) => each.rules > 0)
          .map((each) => [thingNamed(each.technique), groupDigits(each.rules)]),
      ),
      ...tableSection(
        'Techniques without rules',
        ['Technique', 'Rules of the library are tagged with'],
        without.map(({ technique, near }) => [thingNamed(technique), near.join(', ') || 'nothing near']),
      ),
      ...rules,
      ...tableSection(
        'Drafts',
        ['Technique', 'Log', 'File', numberColumn('Proven on'), numberColumn('Other events matched')],
        pack.drafts.map(({ technique, product, category, path, proven, others, othersMatched }) => [
          thingNamed(technique),
          `${product} ${category}`,
          path,
          groupDigits(proven),
          `${groupDigits(othersMatched)} of ${groupDigits(others)}`,
        ]),
      ),
      ...tableSection(
        'No draft',
        ['Technique', 'Why'],
        pack.undrafted.map((each) => [thingNamed(each.technique), sayUndrafted(each)]),
      ),
      ...tableSection(
        'Tags of other releases',
        ['Tag', `In ATT&CK ${pack.release}`, 'Why', numberColumn('Files')],
        carried.map(({ from, to, standing, reason, files }) => [
          from,
          to.join(' or ') || 'none',
          `${standing}: ${reason}`,
          groupDigits(files),
        ]),
      ),
      ...leftBlocks(left),
    ],
  };
}

/** Why there is none, and where analytics would look if there were something to look for. */
function sayUndrafted({ reason, analytics }: SigmaAnswer['undrafted'][number]): string {
  const [first, ...more] = analytics;
  if (first === undefined) return UNDRAFTED_WORDS[reason];
  const others = more.length === 0 ? '' : `, ${count(more.length, 'other analytic')} elsewhere`;
  return `${UNDRAFTED_WORDS[reason]}; ${first.analytic} looks in ${listed(first.logs)}${others}, but nothing says what for`;
}

/** `412 rules in 398 files are for 61 of 85 techniques (72 %). …` */
function sayPack({ rules, files, techniques, covered, share, release, library }: SigmaAnswer): string {
  return (
    `${count(rules.length, 'rule')} in ${count(files.length, 'file')} are for ${covered} of ${count(techniques.length, 'technique')} (${percent(share)}). ` +
    `Techniques by ATT&CK ${release}, rules from ${library.name}, as they are given there. That a rule is tagged with a technique does not say that it sees every way of doing it.`
  );
}

function leftBlocks(left: SigmaAnswer['left']): readonly Block[] {
  if (left.length === 0) return [];
  const reasons = RULE_LEFT_REASONS.map((reason) => ({
    reason,
    rules: left.filter((rule) => rule.reason === reason),
  })).filter(({ rules }) => rules.length > 0);
  return [
    heading(2, 'Left out'),
    bullets(reasons.map(({ reason, rules }) => `${count(rules.length, 'rule')}: ${RULE_LEFT_WORDS[reason]}`)),
    table(
      ['Rule', 'Techniques', 'Why'],
      left.map(({ title, techniques, reason }) => [title, techniques.join(', '), reason]),
    ),
  ];
}
