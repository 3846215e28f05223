import { clustersTagged } from '../alerts/tags.ts';
import type { ReportMention } from '../../threat/index.ts';
import { labelOf, namedThing, type Mentioned } from './structured-report.ts';

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

/** A part of a report that is tagged as one. */
export interface TaggedPart {
  readonly tags: readonly string[];
  readonly sentence: string;
}

/** What parts of a report name. What is tagged together with one group is put down to it, else to the only group of the first part, or of all. */
export function mentionsTagged(parts: readonly TaggedPart[]): readonly ReportMention[] {
  const named = parts.map(({ tags, sentence }) => ({ things: thingsTagged(tags), sentence }));
  const groups = named.map(({ things }) => things.filter(({ kind }) => kind === 'group'));
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

/** Reports of events refer to tags in their Markdown: `@[tag](misp-galaxy:mitre-attack-pattern="PowerShell - T1059.001")`. */
const TAG_IN_TEXT = /@\[tag\]\(([^"()]{1,80}="[^"\n]{1,300}"|[^"()\n]{1,80})\)/gu;

/** The lines of a text that refer to tags. */
export function partsTagged(text: string): readonly TaggedPart[] {
  return text.split('\n').flatMap((line) => {
    const tags = [...line.matchAll(TAG_IN_TEXT)].map(([, tag = '']) => tag);
    return tags.length === 0 ? [] : [{ tags, sentence: withoutTags(line) }];
  });
}

/** A text with what its tags say instead of them. */
export function withoutTags(text: string): string {
  return text.replaceAll(TAG_IN_TEXT, (_, tag: string) => /"(.*)"$/u.exec(tag)?.[1] ?? tag);
}
