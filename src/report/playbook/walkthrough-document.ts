import {
  type SharedTechnique,
  type ShowAnswer,
  type TechniquesAnswer,
  type WalkthroughAnswer,
} from '../../answers/index.ts';
import { explanationBlocks } from '../explanation/explanation-blocks.ts';
import { bullets, details, heading, item, link, paragraph, strong } from '../../render/index.ts';
import type { Block, Document } from '../../render/index.ts';
import { groupsSection } from '../groups/groups-document.ts';
import { techniquesBlocks } from '../techniques/techniques-document.ts';
import { count } from '../../text/index.ts';
import { numberColumn, paragraphs, tableSection } from '../blocks.ts';
import { labelList, stressed, thingCells, thingMentioned, thingNamed, thingsMentioned } from '../words.ts';

/** Techniques and mitigations shown in a table before the rest is folded away. */
const MOST_SHOWN = 15;

/** The profiling investigation as a report that can be handed over. */
export function walkthroughDocument(walk: WalkthroughAnswer): Document {
  const { found } = walk;
  const asked = found.keywords.map((keyword) => `“${keyword}”`).join(found.any ? ' or ' : ' and ');
  return {
    title: `Groups of interest for ${asked}: how they work, and what to do`,
    lead: leadOf(walk),
    blocks: found.groups.length === 0 ? groupsSection(found) : SECTIONS.flatMap((section) => section(walk)),
  };
}

function leadOf(walk: WalkthroughAnswer): string {
  const { found, withDerived, direct, shared, mitigations, otherMitigations } = walk;
  if (found.groups.length === 0) return 'No group in view fits the keywords.';
  return (
    `${count(found.groups.length, 'group')} with these words in name, aliases or description. Sources report ` +
    `${count(direct.techniques.length, 'technique')} that they use; with what follows from their software and campaigns it is ` +
    `${withDerived.techniques.length}. All of them use ${shared.techniques.length}, which ` +
    `${count(mitigations.length, 'mitigation')} ${mitigations.length === 1 ? 'answers' : 'answer'}; ` +
    `${count(otherMitigations.length, 'more mitigation')} ` +
    `${otherMitigations.length === 1 ? 'is' : 'are'} relevant to at least one of them.`
  );
}

const SECTIONS: readonly ((walk: WalkthroughAnswer) => readonly Block[])[] = [
  ({ found }) => groupsSection(found),
  ({ groups }) => [heading(2, 'Who they are'), ...groups.flatMap(groupBlocks)],
  usedByAny,
  usedByAll,
  ({ closer }) =>
    closer.length === 0
      ? []
      : [heading(2, 'Why they are held to use these'), ...closer.flatMap(closerBlocks)],
  mitigationSection,
  otherMitigationSection,
];

function groupBlocks({ thing, description, url, aliases }: ShowAnswer): readonly Block[] {
  return [
    heading(3, thingMentioned(thing)),
    ...paragraphs(description),
    ...(aliases.length === 0 ? [] : [paragraph(strong('Also known as: '), aliases.join(', '))]),
    ...(url === undefined ? [] : [paragraph(link(url, url))]),
  ];
}

function usedByAny({ direct, withDerived, derivedOnly }: WalkthroughAnswer): readonly Block[] {
  return [
    heading(2, 'What any of them uses'),
    paragraph(
      `Sources report ${count(direct.techniques.length, 'technique')}. The most widely shared first:`,
    ),
    ...techniquesBlocks({ ...direct, techniques: direct.techniques.slice(0, MOST_SHOWN) }),
    ...folded('The rest of them', { ...direct, techniques: direct.techniques.slice(MOST_SHOWN) }),
    ...folded(`${count(derivedOnly, 'technique')} that only rules derive`, {
      ...withDerived,
      techniques: withDerived.techniques.filter(({ users }) => users.every(({ use }) => use === 'derived')),
    }),
  ];
}

function folded(summary: string, used: TechniquesAnswer): readonly Block[] {
  return used.techniques.length === 0 ? [] : [details(summary, ...techniquesBlocks(used))];
}

function usedByAll({ shared, closer }: WalkthroughAnswer): readonly Block[] {
  return [
    heading(2, 'What all of them use'),
    paragraph(
      shared.techniques.length === 0
        ? 'There is no technique that all of them are known to use.'
        : `${count(shared.techniques.length, 'technique')}, derived uses included. Whoever defends against these defends against every one of the groups.`,
    ),
    ...(shared.techniques.length === 0 ? [] : techniquesBlocks(shared)),
    ...closer.flatMap(({ details: { thing, description, relations } }) => [
      heading(3, thingMentioned(thing)),
      ...paragraphs(description).slice(0, 1),
      paragraph(
        strong('Tactics: '),
        sayRelated(relations, 'in-tactic'),
        ' · ',
        strong('Platforms: '),
        sayRelated(relations, 'on-platform'),
      ),
    ]),
  ];
}

function sayRelated(relations: ShowAnswer['relations'], relation: string): string {
  const things =
    relations.find((each) => each.relation === relation && each.direction === 'from')?.things ?? [];
  return things.length === 0 ? 'not known' : things.map(({ name }) => name).join(', ');
}

function closerBlocks({ details: { thing }, explanations }: SharedTechnique): readonly Block[] {
  return [
    heading(3, thingMentioned(thing)),
    ...explanations.flatMap((explanation) => [
      paragraph(strong(explanation.question)),
      ...explanationBlocks(explanation),
    ]),
  ];
}

function mitigationSection({ mitigations, shared }: WalkthroughAnswer): readonly Block[] {
  const title = 'Mitigations for what all of them use';
  if (mitigations.length > 0)
    return tableSection(
      title,
      ['Mitigation', 'Name', numberColumn('Techniques'), 'Answers'],
      mitigations.map(({ defence, techniques }) => [
        ...thingCells(defence),
        String(techniques.length),
        labelList(techniques, 6),
      ]),
    );
  const isNothing = shared.techniques.length === 0;
  return [
    heading(2, title),
    paragraph(isNothing ? 'Nothing to mitigate.' : 'No source in view reports a mitigation for any of them.'),
  ];
}

function otherMitigationSection({ otherMitigations, relevance }: WalkthroughAnswer): readonly Block[] {
  if (otherMitigations.length === 0) return [];
  return [
    heading(2, 'Other mitigations for these groups'),
    paragraph('Relevant through techniques that not all of the groups share:'),
    bullets(
      otherMitigations.map(({ mitigation, groups }) =>
        item([...stressed(thingNamed(mitigation)), ' for ', ...thingsMentioned(groups, 8)]),
      ),
    ),
    ...(relevance === undefined
      ? []
      : [
          heading(3, 'Why the first of them is relevant'),
          paragraph(strong(relevance.question)),
          ...explanationBlocks(relevance),
        ]),
  ];
}
