import { deterministicUuid } from '../../facts/index.ts';
import { escapeMarkdown, oneLine } from '../../text/index.ts';
import { exportTime } from '../stix/bundle-text.ts';
import {
  addressOf,
  firstDay,
  levelOf,
  sentencesOf,
  statedOnce,
  type ReportExport,
  type StatedThing,
} from './report-export.ts';

/** Galaxies of MISP that hold ATT&CK’s things, by their STIX types. */
const GALAXIES: ReadonlyMap<string, string> = new Map([
  ['attack-pattern', 'mitre-attack-pattern'],
  ['intrusion-set', 'mitre-intrusion-set'],
  ['malware', 'mitre-malware'],
  ['tool', 'mitre-tool'],
  ['campaign', 'mitre-campaign'],
  ['threat-actor', 'threat-actor'],
]);

/** Words of MISP’s own: threat level undefined, analysis complete, for one’s own organisation, and as the event. */
const UNDEFINED = '4';
const COMPLETE = '2';
const OWN = '0';
const INHERIT = '5';

/**
 * A report as an event of MISP in JSON: what it states as tags of MISP’s galaxies of ATT&CK, its marking as a tag, its address as a
 * link, and an event report with a line for each sentence, with the tags of what it is about and of whose it is. It is not published, and
 * for one’s own organisation, until somebody decides otherwise in MISP. UUIDs are deterministic.
 *
 * @param at time of the export, ISO 8601 UTC
 * @throws FoeprintError E804 where that is no time
 */
export function reportEvent({ report, stated }: ReportExport, at: string): string {
  const time = exportTime(at);
  const timestamp = String(Math.floor(Date.parse(time) / 1000));
  const uuid = (...parts: readonly string[]): string => deterministicUuid('misp', [report.id, ...parts]);
  const things = statedOnce(stated);
  const level = levelOf(report);
  const url = addressOf(report);
  const publisher = oneLine(report.publisher ?? 'Foeprint');
  const tags = [...(level === undefined ? [] : [`tlp:${level}`]), ...things.map(tagOf)];
  const event = {
    uuid: uuid('event'),
    info: oneLine(report.title),
    date: firstDay(report, time),
    threat_level_id: UNDEFINED,
    analysis: COMPLETE,
    distribution: OWN,
    published: false,
    timestamp,
    Orgc: { name: publisher, uuid: deterministicUuid('misp', ['organisation', publisher]) },
    Tag: [...new Set(tags)].map((name) => ({ name })),
    Attribute:
      url === undefined
        ? []
        : [
            {
              uuid: uuid('link'),
              type: 'link',
              category: 'External analysis',
              value: url,
              to_ids: false,
              distribution: INHERIT,
              timestamp,
            },
          ],
    EventReport: [
      {
        uuid: uuid('sentences'),
        name: 'What the report states',
        content: linesOf(things).join('\n'),
        distribution: INHERIT,
        timestamp,
        deleted: false,
      },
    ],
  };
  return `${JSON.stringify({ Event: event }, undefined, 2)}\n`;
}

/** `misp-galaxy:mitre-attack-pattern="PowerShell - T1059.001"`; the name alone of what has no number. */
function tagOf({ stixId, name, id }: StatedThing): string {
  const galaxy = GALAXIES.get(stixId.slice(0, stixId.indexOf('--'))) ?? 'mitre-malware';
  const number = id === stixId ? '' : ` - ${id}`;
  return `misp-galaxy:${galaxy}="${oneLine(name).replaceAll('"', "'")}${number}"`;
}

function linesOf(things: readonly StatedThing[]): readonly string[] {
  const users = new Map(things.filter(({ kind }) => kind !== 'technique').map((user) => [user.id, user]));
  return things.flatMap((thing) => {
    const user = thing.kind === 'group' ? undefined : users.get(thing.group ?? '');
    const about = [...(user === undefined ? [] : [user]), thing]
      .map((one) => `@[tag](${tagOf(one)})`)
      .join(' ');
    const head = `- ${about} (${thing.status}, ${String(Math.round(thing.confidence))})`;
    const sentences = sentencesOf(thing);
    return sentences.length === 0
      ? [head]
      : sentences.map((sentence) => `${head}: ${escapeMarkdown(sentence)}`);
  });
}
