import { strictestLevel } from '../../facts/index.ts';
import { rawsOf, textOf, type Raw } from '../../stix/index.ts';
import { tlpNamed } from '../../threat/index.ts';
import { mispEvents } from '../alerts/misp-events.ts';
import { textsAt } from '../alerts/values-at.ts';
import type { IssueList } from '../issue-list.ts';
import { mentionsTagged, partsTagged, withoutTags, type TaggedPart } from './galaxy-tags.ts';
import { structuredReport, type StructuredReport } from './structured-report.ts';

/**
 * Events of MISP (misp-project.org/datamodels): what the tags and clusters of galaxies of an event, of its objects and attributes
 * and of its reports name. What an attribute is tagged with is put down to the group that it is tagged with, or else to the only one of the event.
 */
export function readMispReports(value: unknown, issues: IssueList): readonly StructuredReport[] {
  return mispEvents(value).map((event, index) => {
    const reports = rawsOf(event, 'EventReport').filter(isThere);
    const attributes = attributesOf(event);
    const parts = [
      { tags: tagsOf(event), sentence: '' },
      ...rawsOf(event, 'Object').filter(isThere).flatMap(partsOfObject),
      ...rawsOf(event, 'Attribute').filter(isThere).map(partOfAttribute),
      ...reports.flatMap((report) => [
        { tags: tagsOf(report), sentence: '' },
        ...partsTagged(textOf(report, 'content')),
      ]),
    ];
    const place = { field: `Event[${String(index)}]` };
    return structuredReport(
      {
        title: textOf(event, 'info'),
        publisher: textsAt(event, 'Orgc.name', 'Org.name')[0],
        date: textOf(event, 'date'),
        tlp: strictestLevel(parts.flatMap(({ tags }) => tags).map((tag) => tlpNamed(tag)?.name)),
        references: attributes.filter(({ type }) => type === 'link').map((link) => textOf(link, 'value')),
        paragraphs: [
          ...attributes.flatMap((one) => (TEXTS.has(textOf(one, 'type')) ? [textOf(one, 'value')] : [])),
          ...reports.flatMap((report) => [textOf(report, 'name'), withoutTags(textOf(report, 'content'))]),
        ],
        mentions: mentionsTagged(parts),
      },
      issues,
      place,
    );
  });
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
