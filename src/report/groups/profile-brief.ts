import { profileDrawing } from '../../draw/index.ts';
import { type Defence, type ProfileAnswer, type TraitKind } from '../../answers/index.ts';
import {
  bullets,
  figure,
  link,
  paragraph,
  pieces,
  plain,
  strong,
  table,
  type Block,
  type Content,
  type Inline,
} from '../../render/index.ts';
import { compareText, count } from '../../text/index.ts';
import { numberColumn } from '../blocks.ts';
import { sayNewest } from '../say-newest.ts';
import { listed, thingMentioned, thingNamed } from '../words.ts';

/** Characters that a line of a list takes on a terminal of 100 columns, and of two lines. */
const LINE = 68;
const LINES = 150;

/** Of a description. */
const DESCRIBED = 190;

/** A group on one screen or page: what the long form begins with. */
export function briefBlocks(profile: ProfileAnswer): readonly Block[] {
  const { description, techniques, brief } = profile;
  return [
    ...(description === '' ? [] : [paragraph(beginning(description))]),
    bullets([
      ...names(profile),
      ...TRAITS.flatMap((line) => traits(profile, line)),
      ...attribution(profile),
      ...unknown(profile),
      ...activity(profile),
      ...software(profile),
      ...defences(profile),
    ]),
    ...(techniques.length + brief.activity.years.length === 0 ? [] : [figure(profileDrawing(profile))]),
    ...distinctive(profile),
  ];
}

/** Whether the description is in it as it is. */
export function isWholeInBrief({ description }: ProfileAnswer): boolean {
  return beginning(description) === description;
}

/** Whole sentences of a text as far as there is room; of a first one that has none, as many words. */
function beginning(text: string): string {
  const whole = text.replaceAll(/\s+/gu, ' ').trim();
  if (whole.length <= DESCRIBED) return whole;
  const sentence = /^.*[a-z\d)”"]\.(?= )/u.exec(whole.slice(0, DESCRIBED + 1))?.[0] ?? '';
  return sentence.length > DESCRIBED / 3
    ? sentence
    : `${whole.slice(0, DESCRIBED).replace(/\s+\S*$/u, '')} …`;
}

/** As many as there is room for, and how many more there are. */
function within(words: readonly Content[], room: number): readonly Inline[] {
  let used = 0;
  const shown = words.filter((word, place) => {
    used += plain(word).length + 2;
    return place === 0 || used <= room;
  });
  const more = words.length - shown.length;
  const inOrder = shown.flatMap((word, place): readonly Inline[] => {
    const before = place === 0 ? '' : more === 0 && place === shown.length - 1 ? ' and ' : ', ';
    const text = plain(word);
    return [before, ...(text.length > room ? [`${text.slice(0, room - 1)}…`] : pieces(word))];
  });
  return more === 0 ? inOrder : [...inOrder, ` and ${more} more`];
}

function names({ brief }: ProfileAnswer): readonly Content[] {
  if (brief.names.length === 0) return [];
  const said = brief.names.map(({ name, claimants }, place) =>
    claimants < 2 ? name : `${name} (${place === 0 ? count(claimants, 'claimant') : claimants})`,
  );
  return [[strong('Also called: '), ...within(said, LINES)]];
}

interface TraitLine {
  readonly kinds: readonly TraitKind[];
  readonly title: string;
}

const TRAITS: readonly TraitLine[] = [
  { kinds: ['sector'], title: 'Sectors attacked: ' },
  { kinds: ['country', 'region'], title: 'In: ' },
  { kinds: ['organisation'], title: 'Victims by name: ' },
];

function traits(profile: ProfileAnswer, { kinds, title }: TraitLine): readonly Content[] {
  const said = kinds.flatMap((kind) => valuesOf(profile, kind));
  return said.length === 0 ? [] : [[strong(title), ...within(said, LINE)]];
}

function valuesOf({ brief }: ProfileAnswer, kind: TraitKind): readonly string[] {
  return brief.traits
    .filter((trait) => trait.kind === kind)
    .map(({ label, isSuspected }) => (isSuspected ? `${label} (suspected)` : label));
}

function attribution(profile: ProfileAnswer): readonly Content[] {
  const origins = valuesOf(profile, 'origin');
  const motives = valuesOf(profile, 'motive');
  const said = [
    ...(origins.length === 0 ? [] : [strong('Held to come from: '), ...within(origins, LINE / 2)]),
    ...(origins.length === 0 || motives.length === 0 ? [] : ['; ']),
    ...(motives.length === 0 ? [] : [strong('held to act for: '), ...within(motives, LINE / 2)]),
  ];
  return said.length === 0 ? [] : [said];
}

const ASKED: readonly TraitKind[] = ['sector', 'country', 'origin', 'motive'];

/** What nobody reports is said to be unknown, so that nobody takes it for there being none. */
function unknown({ brief }: ProfileAnswer): readonly Content[] {
  const missing: readonly string[] = ASKED.filter(
    (kind) => !brief.traits.some((trait) => trait.kind === kind),
  );
  return missing.length === 0 ? [] : [[strong('Not reported: '), listed(missing, 'or')]];
}

function activity({ brief: { activity: known }, asOf }: ProfileAnswer): readonly Content[] {
  const { firstSeen, lastSeen, reports, latest } = known;
  if (firstSeen === '') return [[strong('Seen: '), 'nothing dates its activity']];
  const [newest] = latest;
  const seen = firstSeen === lastSeen ? firstSeen : `${firstSeen} to ${lastSeen}`;
  return [
    [
      strong('Seen: '),
      `${seen}; ${count(reports, 'dated report')}`,
      ...(newest === undefined
        ? [`, as of ${sayNewest(lastSeen, asOf)}`]
        : [
            ', the newest of ',
            `${sayNewest(newest.published ?? '', asOf)}: `,
            cited(newest.name, newest.url),
          ]),
    ],
  ];
}

function cited(name: string, url: string | undefined): Inline {
  return url === undefined ? name : link(name, url);
}

/** What was reported last first. */
function software({ software: used }: ProfileAnswer): readonly Content[] {
  if (used.length === 0) return [];
  const newestFirst = used.toSorted((one, other) =>
    compareText(other.last?.date ?? '', one.last?.date ?? ''),
  );
  const said = newestFirst.map(({ software: each }) => thingMentioned(each));
  return [[strong(`Software (${used.length}): `), ...within(said, LINE)]];
}

function defences({ mitigations, detections, techniques }: ProfileAnswer): readonly Content[] {
  if (techniques.length === 0) return [];
  const ids = new Set(techniques.map(({ technique }) => technique.id));
  const [most] = mitigations;
  const first =
    most === undefined ? [] : [', most by ', ...thingNamed(most.defence), ` (${most.techniques.length})`];
  return [
    [
      strong('Defences: '),
      `mitigations for ${answeredBy(mitigations, ids)} of ${count(techniques.length, 'technique')}`,
      ...first,
      `; detection strategies for ${answeredBy(detections, ids)}`,
    ],
  ];
}

function answeredBy(found: readonly Defence[], ofProfile: ReadonlySet<string>): number {
  const answered = new Set(found.flatMap(({ techniques }) => techniques.map(({ id }) => id)));
  return [...answered].filter((id) => ofProfile.has(id)).length;
}

function distinctive({ brief }: ProfileAnswer): readonly Block[] {
  if (brief.distinctive.length === 0) return [];
  return [
    table(
      [
        'What sets it apart, by score and rarity',
        'Known',
        numberColumn('Score'),
        numberColumn(`Groups of ${brief.groupsInView}`),
      ],
      brief.distinctive.map(({ technique, use, score, groups }) => [
        thingNamed(technique),
        use === 'direct' ? 'reported' : 'derived',
        String(score),
        String(groups),
      ]),
    ),
  ];
}
