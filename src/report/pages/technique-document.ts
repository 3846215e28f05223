import { sayMention, sayNames, type TechniqueAnswer } from '../../answers/index.ts';
import { heading, keyNumbers, paragraph, table, type Block, type Document } from '../../render/index.ts';
import { count, tally } from '../../text/index.ts';
import { tableSection } from '../blocks.ts';
import { howTable, strategyBlocks } from '../techniques/defences-document.ts';
import { watchBlocks } from '../threats/watch-blocks.ts';
import { labelList, listed, logSourcesOf, thingNamed, thingsMentioned } from '../words.ts';
import {
  citedBlocks,
  exampleSection,
  firstParagraph,
  furtherParagraphs,
  pageLink,
  properties,
  sayFirst,
  sayLead,
  usersSection,
  wordsOf,
} from './page-blocks.ts';

/** All that is known of a technique: in short what matters, then at length. */
export function techniqueDocument(answer: TechniqueAnswer): Document {
  const { thing, tactics, platforms, parent } = answer;
  const short = [numbers(answer), ...firstParagraph(answer.description), inShort(answer)];
  return {
    title: sayMention(thing),
    lead: sayLead(
      parent === undefined ? 'Technique' : `Sub-technique of ${sayMention(parent)}`,
      thing,
      sayNames(tactics),
      platforms.join(', '),
    ),
    contentsAt: short.length,
    blocks: [
      ...short,
      ...furtherParagraphs('More of what it is', answer.description),
      ...usersSection(answer),
      ...mitigationSection(answer),
      ...detectionSection(answer),
      ...kin(answer),
      ...releases(answer),
      ...mappings(answer),
      ...citedBlocks(answer),
    ],
  };
}

function numbers({ rarity, campaigns, software }: TechniqueAnswer): Block {
  const { direct, derived, groups, place, techniques } = rarity;
  return keyNumbers([
    { number: String(direct), what: `of ${count(groups, 'group')} are reported to use it` },
    { number: String(derived), what: 'more by rules alone' },
    {
      number: place === 0 ? '–' : String(place),
      what: `its place of ${count(techniques, 'technique')}, most used first`,
    },
    { number: String(campaigns.total), what: 'campaigns' },
    { number: String(software.total), what: 'pieces of software that do it' },
  ]);
}

function inShort(answer: TechniqueAnswer): Block {
  const { groups, mitigations, detections, parent, related, former, controls, exploited, enabled } = answer;
  const analytics = detections.flatMap((each) => each.analytics);
  const elsewhere = answer.releases.filter(({ standing }) => standing !== 'unchanged');
  return properties([
    ['Newest reports', sayFirst(groups)],
    ['Mitigations', thingsMentioned(mitigations.map(({ defence }) => defence))],
    ['Detected by', thingsMentioned(detections.map(({ defence }) => defence))],
    ['Log sources', logSourcesOf(analytics).join(', ')],
    [parent === undefined ? 'Sub-techniques' : 'Beside it', labelList(related, 12)],
    ['Was before', thingsMentioned(former)],
    ['In other releases', elsewhere.map(sayElsewhere).join('; ')],
    ['Vulnerabilities', vulnerabilityCount(exploited.total, enabled.total)],
    ['Controls', controls.length === 0 ? undefined : sayControls(answer)],
    ['Page', pageLink(answer)],
  ]);
}

function sayElsewhere({ release, to, candidates, standing }: TechniqueAnswer['releases'][number]): string {
  const what = to === '' ? (candidates.length === 0 ? standing : listed(candidates, 'or')) : to;
  return `${release}: ${what}`;
}

function vulnerabilityCount(exploited: number, enabled: number): string {
  return [
    ...(exploited === 0 ? [] : [`${exploited} exploited through it`]),
    ...(enabled === 0 ? [] : [`${enabled} that lead to it`]),
  ].join(', ');
}

function sayControls({ controls }: TechniqueAnswer): string {
  return [...tally(controls.map(({ framework }) => framework.name))]
    .map(([name, number]) => `${number} of ${name}`)
    .join(', ');
}

function mitigationSection({ mitigations, watch }: TechniqueAnswer): readonly Block[] {
  if (mitigations.length + watch.length === 0) return [];
  return [
    heading(2, 'Mitigations'),
    ...(mitigations.length === 0 ? [] : [howTable(mitigations)]),
    ...watchBlocks(watch),
  ];
}

function detectionSection({ detections }: TechniqueAnswer): readonly Block[] {
  if (detections.length === 0) return [];
  return [heading(2, 'Detection'), ...detections.flatMap((each) => strategyBlocks(each, 3))];
}

function kin({ parent, related, former }: TechniqueAnswer): readonly Block[] {
  const rows = [
    ...(parent === undefined ? [] : [[thingNamed(parent), 'stands over it']]),
    ...related.map((each) => [
      thingNamed(each),
      parent === undefined ? 'stands under it' : 'stands beside it',
    ]),
    ...former.map((each) => [thingNamed(each), 'was revoked in favour of it']),
  ];
  return tableSection('Related techniques', ['Technique', 'How'], rows);
}

function releases({ releases: others }: TechniqueAnswer): readonly Block[] {
  return tableSection(
    'In other releases',
    ['Release', 'Id', 'Standing', 'Why'],
    others.map(({ release, to, standing, reason, candidates }) => [
      release,
      to === '' ? listed(candidates, 'or') || '–' : to,
      standing,
      reason,
    ]),
  );
}

function mappings({ controls, unaddressed, exploited, enabled }: TechniqueAnswer): readonly Block[] {
  const vulnerabilities = [
    ...exampleSection('Exploited through it', exploited),
    ...exampleSection('Lead to it', enabled),
  ];
  return [
    ...(controls.length + unaddressed.length === 0 ? [] : [heading(2, 'Controls of frameworks')]),
    ...(controls.length === 0
      ? []
      : [
          table(
            ['Framework', 'Control', 'In which words'],
            controls.map(({ framework, control }) => [
              framework.name,
              thingNamed(control.thing),
              wordsOf(control),
            ]),
          ),
        ]),
    ...(unaddressed.length === 0
      ? []
      : [paragraph('Nothing is against it by the mapping of ', thingsMentioned(unaddressed), '.')]),
    ...(vulnerabilities.length === 0 ? [] : [heading(2, 'Vulnerabilities'), ...vulnerabilities]),
  ];
}
