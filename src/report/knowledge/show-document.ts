import { sayMention, type RelatedThings, type ShowAnswer } from '../../answers/index.ts';
import { bullets, heading, link, paragraph, strong, table } from '../../render/index.ts';
import type { Block, Content, Document } from '../../render/index.ts';
import { sayType } from '../../threat/index.ts';
import { count } from '../../text/index.ts';
import { paragraphs, tableSection } from '../blocks.ts';
import { thingsMentioned } from '../words.ts';

/** Citations shown before the rest is only counted. */
const MOST_CITATIONS = 10;

/** One thing with all that is known of it. */
export function showDocument(answer: ShowAnswer): Document {
  const { thing, description, relations, citations } = answer;
  return {
    title: sayMention(thing),
    lead: [sayType(thing.type), ...(thing.withdrawn === undefined ? [] : [`, ${thing.withdrawn}`])].join(''),
    blocks: [
      ...paragraphs(description),
      table(['', ''], propertiesOf(answer)),
      ...otherReportBlocks(answer),
      ...relationBlocks(relations),
      ...citationBlocks(citations),
    ],
  };
}

function propertiesOf(answer: ShowAnswer): readonly (readonly Content[])[] {
  const { thing, aliases, url, created, modified, firstSeen, lastSeen, reportedBy, versions } = answer;
  const rows: readonly (readonly [string, Content | undefined])[] = [
    ['STIX id', thing.id],
    ['Aliases', aliases.length === 0 ? undefined : aliases.join(', ')],
    ['Page', url === undefined ? undefined : link(url, url)],
    ['First seen', firstSeen?.slice(0, 10)],
    ['Last seen', lastSeen?.slice(0, 10)],
    ['Created', created?.slice(0, 10)],
    ['Modified', modified?.slice(0, 10)],
    ['Reported by', reportedBy.map(({ name }) => name).join(', ')],
    [
      'Versions stored',
      versions.length > 1
        ? versions.map((each) => `${each.modified.slice(0, 10)} (${each.by.join(', ')})`).join('; ')
        : undefined,
    ],
  ];
  return rows.flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[strong(name), value]],
  );
}

function otherReportBlocks({ otherReports }: ShowAnswer): readonly Block[] {
  return tableSection(
    'What others say of it',
    ['Reported by', 'Names', 'Description', 'STIX id'],
    otherReports.map(({ id, by, names, description }) => [by.join(', '), names.join(', '), description, id]),
  );
}

function relationBlocks(relations: readonly RelatedThings[]): readonly Block[] {
  if (relations.length === 0) return [];
  return [
    heading(2, 'Related'),
    bullets(
      relations.map(({ relation, direction, things }) => [
        strong(direction === 'from' ? relation : `${relation} (of it)`),
        ` ${count(things.length, 'fact')}: `,
        ...thingsMentioned(things),
      ]),
    ),
  ];
}

function citationBlocks(citations: ShowAnswer['citations']): readonly Block[] {
  if (citations.length === 0) return [];
  const shown = citations.slice(0, MOST_CITATIONS);
  return [
    heading(2, count(citations.length, 'citation')),
    bullets(
      shown.map(({ name, description, url }) => {
        const words = description ?? name;
        return url === undefined ? words : link(words, url);
      }),
    ),
    ...(shown.length < citations.length
      ? [paragraph(`${citations.length - shown.length} more with --json.`)]
      : []),
  ];
}
