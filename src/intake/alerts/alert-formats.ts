import { strictestLevel, type MarkingLevel } from '../../facts/index.ts';
import { isRaw, MarkingLevels, rawsOf, type Raw } from '../../stix/index.ts';
import { defined, isDay } from '../../text/index.ts';
import { tlpNamed } from '../../threat/index.ts';
import { techniqueIdsIn } from '../coverage/technique-ids.ts';
import { alertOf, type Alert } from './alert.ts';
import { numberOrName } from './number-or-name.ts';
import { clustersTagged, eventTags, hasRuleTags, idOrName, idsTagged, ruleTags } from './tags.ts';
import { textsAt, valuesAt } from './values-at.ts';
import { WRAPPERS } from './wrappers.ts';

/** How alerts of one kind say what they are about. */
interface AlertFormat {
  readonly name: string;
  readonly isOne: (raw: Raw) => boolean;
  readonly read: (raw: Raw) => Alert;
}

/** Kinds of alerts, those that are recognised for sure first. Add a row for one more. */
const ALERT_FORMATS: readonly AlertFormat[] = [
  {
    name: 'OCSF finding',
    isOne: (raw) =>
      'class_uid' in raw || 'finding_info' in raw || isRaw(rawsOf(raw, 'attacks')[0]?.['technique']),
    read: (raw) => {
      // With the security control profile the same attacks stand in both places.
      const attacks = [...valuesAt(raw, 'finding_info.attacks'), ...valuesAt(raw, 'attacks')];
      return alertOf({
        id: firstOf(textsAt(raw, 'finding_info.uid', 'finding.uid', 'metadata.uid')),
        ...dated(firstOf(textsAt(raw, 'time_dt', 'time'))),
        techniques: attacks.flatMap((attack) =>
          finest(
            textsAt(attack, 'technique.uid', 'techniques.uid'),
            textsAt(attack, 'sub_technique.uid', 'technique.sub_technique.uid', 'sub_techniques.uid'),
          ),
        ),
        software: textsAt(raw, 'malware.name'),
        groups: textsAt(raw, 'threat_actor.name', 'osint.threat_actor.name'),
      });
    },
  },
  {
    name: 'ECS alert',
    isOne: (raw) =>
      ECS_THREATS.some((path) => valuesAt(raw, `${path}.technique.id`).length > 0) ||
      (valuesAt(raw, '@timestamp').length > 0 && !hasRuleTags(raw)),
    read: (raw) => {
      const at = (...paths: readonly string[]): readonly string[] =>
        textsAt(
          raw,
          ECS_THREATS.flatMap((threat) => paths.map((path) => `${threat}.${path}`)),
        );
      return alertOf({
        id: firstOf(textsAt(raw, 'kibana.alert.uuid', 'event.id', 'signal.rule.id')),
        ...dated(firstOf(textsAt(raw, '@timestamp'))),
        techniques: finest(at('technique.id'), at('technique.subtechnique.id')),
        software: at('software.id', 'software.name'),
        groups: at('group.id', 'group.name'),
      });
    },
  },
  {
    name: 'STIX bundle',
    isOne: (raw) => raw['type'] === 'bundle',
    read: (raw) => {
      const objects = rawsOf(raw, 'objects');
      const called = (...types: readonly string[]): readonly string[] =>
        objects.filter((object) => types.includes(String(object['type']))).flatMap(numberOrName);
      return alertOf({
        id: firstOf(textsAt(raw, 'id')),
        techniques: called('attack-pattern'),
        software: called('malware', 'tool'),
        groups: called('intrusion-set', 'threat-actor'),
        ...marked(levelsIn(objects)),
      });
    },
  },
  {
    name: 'MISP event',
    isOne: (raw) => isRaw(raw['Event']),
    read: (raw) => {
      const tags = valuesAt(raw, 'Event').filter(isRaw).flatMap(eventTags);
      const clusters = (galaxy: RegExp): readonly string[] => clustersTagged(tags, galaxy).map(idOrName);
      return alertOf({
        id: firstOf(textsAt(raw, 'Event.uuid', 'Event.id')),
        ...dated(firstOf(textsAt(raw, 'Event.date'))),
        techniques: clusters(/attack-pattern$/u),
        software: clusters(/malware$|tool$|software$/u),
        groups: clusters(/intrusion-set$|threat-actor$/u),
        ...marked(tags.map((tag) => tlpNamed(tag)?.name)),
      });
    },
  },
  {
    name: 'Navigator layer',
    isOne: (raw) => textsAt(raw, 'techniques.techniqueID').length > 0,
    read: (raw) =>
      alertOf({
        id: firstOf(textsAt(raw, 'name')),
        techniques: rawsOf(raw, 'techniques')
          .filter((cell) => cell['enabled'] !== false && cell['score'] !== 0)
          .flatMap((cell) => textsAt(cell, 'techniqueID')),
      }),
  },
  {
    name: 'alert with Sigma tags',
    isOne: hasRuleTags,
    read: (raw) => {
      const tags = ruleTags(raw);
      return alertOf({
        id: firstOf(textsAt(raw, 'id', 'uuid', 'RuleID', 'rule.id')),
        ...dated(firstOf(textsAt(raw, RULE_TIMES))),
        techniques: tags.flatMap((tag) => techniqueIdsIn(tag)),
        groups: idsTagged(tags, 'g'),
        software: idsTagged(tags, 's'),
      });
    },
  },
  {
    name: 'list of techniques',
    isOne: (raw) => textsAt(raw, 'techniques', 'technique').length > 0,
    read: (raw) =>
      alertOf({
        id: firstOf(textsAt(raw, 'id')),
        ...dated(firstOf(textsAt(raw, 'date', 'time', 'timestamp'))),
        techniques: textsAt(raw, 'techniques', 'technique'),
        software: textsAt(raw, 'software'),
        groups: textsAt(raw, 'groups', 'group'),
        sectors: textsAt(raw, 'sectors', 'sector'),
        countries: textsAt(raw, 'countries', 'country'),
        ...marked(textsAt(raw, 'tlp').map((level) => tlpNamed(level)?.name)),
      }),
  },
];

/** Where tools that run Sigma rules say when one matched: of several matches the first is taken. */
const RULE_TIMES = [
  '@timestamp',
  'timestamp',
  'Timestamp',
  'time',
  'date',
  'alert_time',
  'match_body.@timestamp',
  'matches.SystemTime',
] as const;

/** Where ECS alerts say what they are about: the fields of the event, those of the rule in Kibana, and those of older signals. */
const ECS_THREATS = ['threat', 'kibana.alert.rule.threat', 'signal.rule.threat'] as const;

/** Techniques and sub-techniques are separate lists: a technique of which a sub-technique is named stands for that. */
function finest(techniques: readonly string[], parts: readonly string[]): readonly string[] {
  return [...techniques.filter((id) => !parts.some((part) => part.startsWith(`${id}.`))), ...parts];
}

function levelsIn(objects: readonly Raw[]): readonly (MarkingLevel | undefined)[] {
  const levels = new MarkingLevels(objects);
  return objects.map((object) => levels.of(object));
}

function marked(levels: readonly (MarkingLevel | undefined)[]): Pick<Alert, 'marking'> {
  return defined({ marking: strictestLevel(levels) });
}

function firstOf(texts: readonly string[]): string {
  return texts[0] ?? '';
}

/** Milliseconds or seconds since 1970, or a text that begins with the day; nothing where it is neither. */
function dated(time: string): Pick<Alert, 'date'> {
  const [, year, month, date] = WRITTEN_DAY.exec(time) ?? [];
  if (year !== undefined)
    return isDay(`${year}-${month}-${date}`) ? { date: `${year}-${month}-${date}` } : {};
  const number = time === '' ? Number.NaN : Number(time) * (Number(time) < SECONDS ? 1000 : 1);
  return number >= 0 && number < LAST ? { date: new Date(number).toISOString().slice(0, 10) } : {};
}

const WRITTEN_DAY = /^(\d{4})[-/](\d\d)[-/](\d\d)/u;
/** Below it a number of this century counts seconds. */
const SECONDS = 1e11;
/** The end of the year 9999, in milliseconds. */
const LAST = 253_402_300_800_000;

/** The kind of an alert; undefined of what is none. */
export function alertFormatOf(value: unknown): AlertFormat | undefined {
  return isRaw(value) ? ALERT_FORMATS.find(({ isOne }) => isOne(value)) : undefined;
}

/** What the list of alerts in an answer of a search, in a wrapper or a list stands for, one by one. */
export function eachAlert(value: unknown, wrappers = MOST_WRAPPERS): readonly unknown[] {
  if (wrappers === 0) return [value];
  if (Array.isArray(value)) return value.flatMap((item) => eachAlert(item, wrappers - 1));
  // Alerts have fields that are called as wrappers are.
  if (!isRaw(value) || alertFormatOf(value) !== undefined) return [value];
  for (const path of ['_source', ...WRAPPERS]) {
    const inside = valuesAt(value, path);
    if (inside.some(isRaw)) return inside.flatMap((each) => eachAlert(each, wrappers - 1));
  }
  return [value];
}

/** Lists and wrappers that stand in one another are taken off so far: hundreds of thousands would end the stack. */
const MOST_WRAPPERS = 16;

/** Whether a list is one of technique ids alone. */
export function isIdList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === 'string');
}
