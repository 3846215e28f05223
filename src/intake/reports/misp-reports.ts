import { strictestLevel } from '../../facts/index.ts';
import { rawsOf, textOf, type Raw } from '../../stix/index.ts';
import { tlpNamed } from '../../threat/index.ts';
import { mispEvents } from '../alerts/misp-events.ts';
import { clustersTagged } from '../alerts/tags.ts';
import { textsAt } from '../alerts/values-at.ts';
import type { IssueList } from '../issue-list.ts';
import {
  labelOf,
  namedThing,
  structuredReport,
  type Mentioned,
  type ReportMention,
  type StructuredReport,
} from './structured-report.ts';

/** Galaxies of MISP whose clusters are what a mention is of, by the STIX type that bears their numbers. */
const GALAXIES: readonly { readonly galaxy: RegExp; readonly type: string }[] = [
  { galaxy: /attack-pattern$|ics-techniques$/u, type: 'attack-pattern' },
  { galaxy: /intrusion-set$|threat-actor$|activity-group$|ics-groups$/u, type: 'intrusion-set' },
  {
    galaxy: /(?:malware|tool|software|ransomware|malpedia|rat|backdoor|banker|botnet|stealer|android)$/u,
    type: 'malware',
  },
  { galaxy: /campaign$/u, type: 'campaign' },
];

/** Numbers of tools fit the type of malware, too. */
const thingsTagged = (tags: readonly string[]): readonly Mentioned[] =>
  GALAXIES.flatMap(({ galaxy, type }) =>
    clustersTagged(tags, galaxy).flatMap((value) => namedThing(type, value) ?? []),
  );

/**
 * Events of MISP (misp-project.org/datamodels): what the tags and clusters of galaxies of an event, of its objects and attributes
 * and of its reports name. What an attribute is tagged with is put down to the group that it is tagged with, or else to the only one of the event.
 */
export function readMispReports(value: unknown, issues: IssueList): readonly StructuredReport[] {
  return mispEvents(value).map((event, index) => {
    const reports = rawsOf(event, 'EventReport').filter(isThere);
    const parts = [
      { tags: tagsOf(event), sentence: '' },
      ...rawsOf(event, 'Object').filter(isThere).flatMap(partsOfObject),
      ...rawsOf(event, 'Attribute').filter(isThere).map(partOfAttribute),
      ...reports.flatMap((report) => [
        { tags: tagsOf(report), sentence: '' },
        ...textOf(report, 'content').split('\n').flatMap(partOfLine),
      ]),
    ];
    const place = { field: `Event[${String(index)}]` };
    return structuredReport(
      {
        title: textOf(event, 'info'),
        publisher: textsAt(event, 'Orgc.name', 'Org.name')[0],
        date: textOf(event, 'date'),
        tlp: strictestLevel(parts.flatMap(({ tags }) => tags).map((tag) => tlpNamed(tag)?.name)),
        references: attributesOf(event)
          .filter(({ type }) => type === 'link')
          .map((link) => textOf(link, 'value')),
        paragraphs: [
          ...attributesOf(event).flatMap((one) =>
            TEXTS.has(textOf(one, 'type')) ? [textOf(one, 'value')] : [],
          ),
          ...reports.flatMap((report) => [textOf(report, 'name'), withoutTags(textOf(report, 'content'))]),
        ],
        mentions: mentionsIn(parts),
      },
      issues,
      place,
    );
  });
}

/** A part of an event that is tagged as one. */
interface TaggedPart {
  readonly tags: readonly string[];
  readonly sentence: string;
}

function mentionsIn(parts: readonly TaggedPart[]): readonly ReportMention[] {
  const named = parts.map(({ tags, sentence }) => ({ things: thingsTagged(tags), sentence }));
  const groups = named.map(({ things }) => things.filter(({ kind }) => kind === 'group'));
  // The first part is the event itself.
  const ofEvent = onlyGroup(groups.find(({ length }, index) => index === 0 && length > 0) ?? groups.flat());
  return named.flatMap(({ things, sentence }) => {
    const own = things.some(({ kind }) => kind === 'group');
    const group = own ? onlyGroup(things) : ofEvent;
    return things.map((thing) => ({
      ...thing,
      ...(group === undefined || thing.kind === 'group' ? {} : { group }),
      sentence,
    }));
  });
}

/** Galaxies name one group in several ways: the only one that bears a number, or else the only one. */
function onlyGroup(things: readonly Mentioned[]): string | undefined {
  const groups = things.filter(({ kind }) => kind === 'group');
  const numbered = new Set(groups.flatMap(({ id }) => id ?? []));
  const labels = numbered.size > 0 ? numbered : new Set(groups.map(labelOf));
  return labels.size === 1 ? [...labels][0] : undefined;
}

/** MISP keeps what was deleted. */
function isThere({ deleted }: Raw): boolean {
  return deleted !== true && deleted !== 1 && deleted !== '1';
}

function attributesOf(event: Raw): readonly Raw[] {
  const inObjects = rawsOf(event, 'Object').filter(isThere);
  return [event, ...inObjects].flatMap((one) => rawsOf(one, 'Attribute')).filter(isThere);
}

function partsOfObject(object: Raw): readonly TaggedPart[] {
  return [
    { tags: tagsOf(object), sentence: textOf(object, 'comment') },
    ...rawsOf(object, 'Attribute').filter(isThere).map(partOfAttribute),
  ];
}

/** Types of attributes that hold words. */
const TEXTS: ReadonlySet<string> = new Set(['text', 'comment']);

function partOfAttribute(attribute: Raw): TaggedPart {
  const words = TEXTS.has(textOf(attribute, 'type')) ? textOf(attribute, 'value') : '';
  return { tags: tagsOf(attribute), sentence: textOf(attribute, 'comment') || words };
}

function tagsOf(part: Raw): readonly string[] {
  return textsAt(part, 'Tag.name', 'Galaxy.GalaxyCluster.tag_name');
}

/** Reports of events refer to tags in their Markdown: `@[tag](misp-galaxy:mitre-attack-pattern="PowerShell - T1059.001")`. */
const TAG_IN_TEXT = /@\[tag\]\(([^"()]{1,80}="[^"\n]{1,300}"|[^"()\n]{1,80})\)/gu;

function partOfLine(line: string): readonly TaggedPart[] {
  const tags = [...line.matchAll(TAG_IN_TEXT)].map(([, tag = '']) => tag);
  return tags.length === 0 ? [] : [{ tags, sentence: withoutTags(line) }];
}

function withoutTags(text: string): string {
  return text.replaceAll(TAG_IN_TEXT, (_, tag: string) => /"(.*)"$/u.exec(tag)?.[1] ?? tag);
}
