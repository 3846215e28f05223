import { sayMention } from '../../answers/index.ts';
import type {
  FactorChange,
  GroupChange,
  KnowledgeChange,
  ListChange,
  RunChanges,
} from '../../answers/index.ts';
import { bullets, heading, paragraph, table, type Block } from '../../render/index.ts';
import { numberColumn } from '../blocks.ts';
import { listed, thingMentioned } from '../words.ts';
import { shortList } from './words.ts';

/** Factors named for one group, and pieces of evidence for one factor. */
const FACTORS = 3;
const CLAIMS = 2;

/** What is different since an earlier run, and why. */
export function changesSection(changes: RunChanges): readonly Block[] {
  const { foeprint, knowledge, settings, groups, lists, before } = changes;
  const isSame = knowledge.length + settings.length + groups.length + lists.length === 0;
  return [
    heading(2, `What changed since ${before}`),
    ...versionBlocks(changes),
    ...(isSame
      ? [
          paragraph(
            `${foeprint === undefined ? 'Nothing' : 'Nothing else'}: the same knowledge, the same questions, the same answers.`,
          ),
        ]
      : [
          ...(knowledge.length === 0
            ? []
            : [paragraph('The knowledge is another:'), bullets(knowledge.map(sayKnowledge))]),
          ...(settings.length === 0
            ? []
            : [
                paragraph('It was asked differently:'),
                bullets(settings.map(({ what, before: was, after: is }) => `${what}: ${was} → ${is}`)),
              ]),
          ...orderBlocks(changes),
        ]),
  ];
}

/** That the earlier run was made by another version; nothing where it was not. */
export function versionBlocks({ foeprint }: RunChanges): readonly Block[] {
  return foeprint === undefined ? [] : [paragraph(sayVersions(foeprint))];
}

/** Which of the first groups stand elsewhere, and what else is first. */
export function orderBlocks({ groups, unmoved, top, lists }: RunChanges): readonly Block[] {
  return [
    ...(groups.length === 0
      ? [paragraph(`The first ${top} groups stand where they stood.`)]
      : [
          heading(3, 'Groups'),
          paragraph(`${unmoved} of the first ${top} stand where they stood. The others:`),
          table(
            ['Group', numberColumn('Before'), numberColumn('Now'), numberColumn('Score'), 'Why'],
            groups.map((change) => [
              thingMentioned(change.group),
              change.from === undefined ? 'not in view' : String(change.from),
              change.to === undefined ? 'not in view' : String(change.to),
              sayDifference(change.difference),
              sayWhy(change),
            ]),
          ),
        ]),
    ...lists.flatMap(listBlocks),
  ];
}

function sayVersions({ before, after }: NonNullable<RunChanges['foeprint']>): string {
  return `It was made by another version of Foeprint (${before} → ${after}), which may work answers out otherwise.`;
}

/** `Enterprise ATT&CK 18.1: 17.1 → 18.1`. */
export function sayKnowledge({ name, change, before, after }: KnowledgeChange): string {
  if (change === 'added') return `${name} is new`;
  return change === 'removed' ? `${name} is no longer in view` : `${name}: ${before ?? ''} → ${after ?? ''}`;
}

function sayDifference(value: number): string {
  const size = Math.abs(value).toFixed(2);
  if (size === '0.00') return size;
  return `${value < 0 ? '−' : '+'}${size}`;
}

/** Why a group stands elsewhere. */
export function sayWhy({ why, from, to, becomes, passedBy, passed }: GroupChange): string {
  if (from === undefined) return 'it was not in view before';
  if (to === undefined) return 'it is no longer in view';
  const own = [...(becomes === undefined ? [] : [BECOMES[becomes]]), ...why.slice(0, FACTORS).map(sayFactor)];
  const others = (to > from ? passedBy : passed).map(({ name }) => name);
  const crossed = others.length === 0 ? [] : [`${to > from ? 'passed by' : 'went past'} ${listed(others)}`];
  return [...(own.length === 0 ? ['its own score is the same'] : own), ...crossed].join('; ');
}

const BECOMES: Readonly<Record<NonNullable<GroupChange['becomes']>, string>> = {
  dormant: 'dormant now, and so behind all that are active',
  active: 'active again',
};

function sayFactor(change: FactorChange): string {
  return `${change.factor} ${sayDifference(change.difference)} (${CAUSES[change.cause](change)})`;
}

const CAUSES: Readonly<Record<FactorChange['cause'], (change: FactorChange) => string>> = {
  reported: ({ newly, gone, foundBefore, foundAfter }) =>
    [
      ...(newly.length === 0 ? [] : [`newly reported: ${shortList(newly, CLAIMS)}`]),
      ...(gone.length === 0 ? [] : [`no longer counted: ${shortList(gone, CLAIMS)}`]),
      ...(newly.length + gone.length === 0 ? [fromTo(foundBefore, foundAfter)] : []),
    ].join('; '),
  weight: () => 'it weighs otherwise',
  mean: () => 'not known, and the mean of the other groups is another',
  counted: ({ foundBefore, foundAfter }) => fromTo(foundBefore, foundAfter),
};

function fromTo(before: string, after: string): string {
  return before === after ? before || 'nothing found' : `${before || 'nothing'} → ${after || 'nothing'}`;
}

const LISTS: Readonly<Record<ListChange['list'], string>> = {
  techniques: 'Techniques',
  mitigations: 'Mitigations',
  detections: 'Detections',
  'log-sources': 'Log sources',
  'data-components': 'Data components',
};

function listBlocks({ list, entered, left }: ListChange): readonly Block[] {
  return [
    heading(3, LISTS[list]),
    bullets([
      ...(entered.length === 0 ? [] : [`Now among those shown: ${listed(entered.map(sayMention))}`]),
      ...(left.length === 0 ? [] : [`No longer: ${listed(left.map(sayMention))}`]),
    ]),
  ];
}
