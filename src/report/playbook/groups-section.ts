import { type GroupPage, type PageTrait, type TraitKind } from '../../answers/index.ts';
import { bullets, details, heading, link, paragraph, strong, table } from '../../render/index.ts';
import type { Block, Content, Inline } from '../../render/index.ts';
import { count } from '../../text/index.ts';
import { numberColumn } from '../blocks.ts';
import { listed, thingMentioned } from '../words.ts';
import type { Section } from './section.ts';
import { cited, sayGround, shortList } from './words.ts';

/** Values of a trait that are named; those that the organisation shares always are. */
const NAMED = 6;

/** Years shown of the reports. */
const YEARS = 6;

/** A short page for every group. */
export const groupsSection: Section<'group'> = (pages) =>
  pages.length === 0 ? [paragraph('No group is to be shown.')] : pages.flatMap(pageBlocks);

function pageBlocks(page: GroupPage): readonly Block[] {
  const { threat, description, url } = page;
  return [
    heading(3, `${threat.rank}. `, thingMentioned(threat.group)),
    ...(description === '' ? [] : [paragraph(description)]),
    bullets([
      ...KINDS.flatMap((kind) => traitLine(page.traits, kind)),
      activityLine(page),
      ...(page.aliases.length === 0 ? [] : [[strong('Also called: '), shortList(page.aliases, 8)]]),
      ...unknownLine(page),
      ...(url === undefined ? [] : [[strong('At its source: '), link(url, url)]]),
    ]),
    ...techniqueBlocks(page),
    reasonBlock(page),
  ];
}

/** Kinds of trait in the order of the page, and how a line of each begins. */
const LINES: Readonly<Partial<Record<TraitKind, string>>> = {
  country: 'Documented against: ',
  sector: 'In the sectors: ',
  region: 'In regions named as such: ',
  motive: 'Held to act for: ',
  origin: 'Held to come from: ',
};
const KINDS: readonly TraitKind[] = ['country', 'sector', 'region', 'motive', 'origin'];

function traitLine(traits: readonly PageTrait[], kind: TraitKind): readonly Content[] {
  const here = traits.filter((trait) => trait.kind === kind);
  if (here.length === 0) return [];
  // Where sources disagree, who says which is what matters.
  if (kind === 'origin' && here.length > 1)
    return [[strong(LINES.origin ?? ''), here.map(({ label, by }) => `${label} – ${listed(by)}`).join('; ')]];
  const shared = here.filter(({ isShared }) => isShared).map(({ label }) => label);
  const others = here.filter(({ isShared }) => !isShared).map(({ label }) => label);
  const pieces: Inline[] = [strong(LINES[kind] ?? '')];
  if (shared.length > 0) pieces.push(strong(listed(shared)));
  if (others.length > 0) pieces.push(`${shared.length > 0 ? ', and ' : ''}${shortList(others, NAMED)}`);
  const claimants = [
    ...new Set(
      (shared.length > 0 ? here.filter(({ isShared }) => isShared) : here).flatMap((trait) => trait.by),
    ),
  ];
  pieces.push(` – ${shortList(claimants, 3)}`);
  return [pieces];
}

function activityLine({ activity }: GroupPage): Content {
  const { firstSeen, lastSeen, reports: total, years, latest } = activity;
  if (firstSeen === '') return [strong('Seen: '), 'nothing dates its activity'];
  const shown = years.slice(-YEARS).map(({ year, reports }) => `${reports} in ${year}`);
  const [newest] = latest;
  return [
    strong('Seen: '),
    `from ${firstSeen} to ${lastSeen}; ${count(total, 'dated report')}${shown.length === 0 ? '' : ` (${shown.join(', ')})`}`,
    ...(newest === undefined ? [] : ['; the newest: ', ...cited(newest)]),
  ];
}

function unknownLine({ unknown }: GroupPage): readonly Content[] {
  const kinds = unknown.filter((kind) => kind !== 'region');
  return kinds.length === 0 ? [] : [[strong('Not known: '), listed(kinds, 'or')]];
}

function techniqueBlocks({ techniques, fitting, used }: GroupPage): readonly Block[] {
  if (techniques.length === 0)
    return [
      paragraph(
        used === 0
          ? 'No technique of it is known.'
          : 'None of its techniques is reported of itself and works on the platforms.',
      ),
    ];
  return [
    paragraph(
      `It is known to use ${count(used, 'technique')}${fitting === used ? ', all of which work' : `, of which ${fitting} work`} on the platforms of the organisation. What was reported last:`,
    ),
    table(
      ['Technique', 'As reported', numberColumn('Users'), 'Reported'],
      techniques.map(({ technique, sentence, groups, citation, published }) => [
        thingMentioned(technique),
        sentence || '–',
        String(groups),
        citation === undefined ? published || '–' : cited(citation),
      ]),
    ),
  ];
}

function reasonBlock({ threat }: GroupPage): Block {
  const counting = threat.factors.filter(({ contribution }) => contribution > 0);
  return details(
    `Why it stands at ${threat.rank}: ${threat.score.toFixed(2)} points`,
    table(
      ['Factor', numberColumn('Adds'), 'Found', 'As reported'],
      counting.map(({ factor, contribution, found, value, grounds: [ground], groundsInAll }) => [
        factor,
        contribution.toFixed(2),
        value === undefined ? 'not known: the mean of the other groups' : found,
        ground === undefined ? '–' : sayGround(ground, groundsInAll),
      ]),
    ),
  );
}
