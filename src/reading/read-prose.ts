import { append } from '../text/index.ts';
import { type DeliveredObject, type Statement } from '../facts/index.ts';
import {
  claimObject,
  type Claim,
  countryThing,
  regionThing,
  sectorThing,
  type NamedThing,
  referencesIn,
  textOf,
  type Raw,
} from '../stix/index.ts';
import { activityIn } from './activity.ts';
import { sentencesOf, type Sentence, type Span } from './described-text.ts';
import { motivesIn } from './motive.ts';
import { originsIn } from './origin.ts';
import { scanVictims, victimsIn, type Victim } from './victims/victims.ts';
import { mentionsIn, type Mention } from './words/vocabulary.ts';
import { wordsOf } from './words/words.ts';

/** A thing whose description is read. */
export interface DescribedThing {
  /** Series of the claims, see `Claim`. */
  readonly series: string;
  readonly object: Pick<DeliveredObject, 'id' | 'type' | 'raw' | 'version' | 'withdrawn' | 'level'>;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Who makes the claims, where the source says so. */
  readonly claimant?: string | undefined;
}

/** Types of the things whose descriptions are read: who attacks, and in what. */
export const DESCRIBED_TYPES: ReadonlySet<string> = new Set(['intrusion-set', 'threat-actor', 'campaign']);

/** What the description of a thing says, as objects: a claim for every fact read, and the places and sectors named. */
export function readProse(thing: DescribedThing): readonly DeliveredObject[] {
  const description = textOf(thing.object.raw, 'description');
  const references = referencesByName(thing.object.raw);
  const objects = new Map<string, DeliveredObject>();
  let isFirst = true;
  for (const sentence of sentencesOf(description)) {
    for (const object of readSentence(thing, sentence, references, isFirst))
      if (!objects.has(object.id)) objects.set(object.id, object);
    isFirst = false;
  }
  return [...objects.values()];
}

/** Whom a sentence is about, as patterns need to know it. */
export interface DescribedSubject extends Pick<DescribedThing, 'name' | 'aliases'> {
  /** STIX type. */
  readonly type: string;
}

/** What a pattern reads in one sentence: a relation to named things or to a literal. */
export interface ProseReading {
  readonly relation: string;
  readonly pattern: string;
  readonly objects: readonly Statement['object'][];
  readonly things: readonly NamedThing[];
  readonly isSuspected: boolean;
}

function readSentence(
  thing: DescribedThing,
  sentence: Sentence,
  references: References,
  isFirst: boolean,
): readonly DeliveredObject[] {
  const readings = readSubject({ ...thing, type: thing.object.type }, sentence, isFirst);
  if (readings.length === 0) return [];
  const cited = referencesOf(sentence, references);
  return readings.flatMap((reading) => [
    ...reading.things.flatMap(({ objects }) => objects),
    ...claimsOf(thing, sentence, reading, cited),
  ]);
}

/**
 * What patterns of prose read in a sentence about somebody: whom they attack, from where, why and since when; each fact once.
 *
 * @param isFirst whether it is about them even where it does not begin with them
 */
export function readSubject(
  subject: DescribedSubject,
  sentence: Pick<Sentence, 'text' | 'names'>,
  isFirst: boolean,
): readonly ProseReading[] {
  return mergedReadings(readingsOf(subject, sentence, isFirst));
}

function readingsOf(
  thing: DescribedSubject,
  sentence: Pick<Sentence, 'text' | 'names'>,
  isFirst: boolean,
): readonly ProseReading[] {
  const words = wordsOf(sentence.text);
  const own = mentionSpans(sentence, thing);
  const { clauses, end } = scanVictims(words, own);
  const text = words.lower.slice(0, end);
  const mentions = foreignMentions(mentionsIn(words), own, end);
  const isOfSubject = (to: number): boolean =>
    isFirst || startsWithSubject(sentence.text.slice(0, to), thing);
  return [
    ...victimsIn(words, clauses, mentions).map(({ pattern, thing: victim, isSuspected }) =>
      relatedReading('targets', pattern, namedThing(victim), isSuspected),
    ),
    ...originsIn(words, clauses, mentions, isOfSubject).map(({ pattern, place, isSuspected }) =>
      relatedReading('originates-from', pattern, namedThing(place), isSuspected),
    ),
    ...motivesIn(text).map(({ pattern, motive, isSuspected }) =>
      literalReading('motivated-by', pattern, motive, isSuspected),
    ),
    ...activityIn(text, thing.type === 'campaign').map(({ pattern, relation, date }) =>
      literalReading(relation, pattern, date),
    ),
  ];
}

function relatedReading(
  relation: string,
  pattern: string,
  named: NamedThing,
  isSuspected = false,
): ProseReading {
  return { relation, pattern, objects: [named.id], things: [named], isSuspected };
}

function literalReading(relation: string, pattern: string, text: string, isSuspected = false): ProseReading {
  return { relation, pattern, objects: [{ literal: text }], things: [], isSuspected };
}

function namedThing(thing: Victim['thing']): NamedThing {
  if (thing.kind === 'sector') return sectorThing(thing.row);
  return thing.kind === 'country' ? countryThing(thing.row) : regionThing(thing.row);
}

/**
 * Each fact once: of two patterns that read the same, the first is named. What one pattern reads with one relation and one
 * confidence is one reading, however many victims it names: a claim of its own for each would be twice as many objects.
 */
function mergedReadings(readings: readonly ProseReading[]): readonly ProseReading[] {
  const read = new Set<string>();
  const merged = new Map<
    string,
    { reading: ProseReading; objects: Statement['object'][]; things: NamedThing[] }
  >();
  for (const reading of readings) {
    const [object = ''] = reading.objects;
    const fact = `${reading.relation} ${typeof object === 'string' ? object : object.literal}`;
    if (read.has(fact)) continue;
    read.add(fact);
    const key = `${reading.relation} ${reading.pattern} ${reading.isSuspected}`;
    const known = merged.get(key);
    if (known === undefined) merged.set(key, { reading, objects: [object], things: [...reading.things] });
    else {
      known.objects.push(object);
      append(known.things, reading.things);
    }
  }
  return [...merged.values()].map(({ reading, objects, things }) => ({ ...reading, objects, things }));
}

/** Mentions outside names: `Iranian` in `Iranian Cyber Army` is no more than a part of it. */
function foreignMentions(
  mentions: readonly Mention[],
  names: readonly Span[],
  end: number,
): readonly Mention[] {
  return mentions.filter(
    ({ from, to }) => to <= end && !names.some((span) => from < span.to && to > span.from),
  );
}

/** Where a sentence names the thing, or by a link others. */
function mentionSpans(
  { text, names }: Pick<Sentence, 'text' | 'names'>,
  thing: DescribedSubject,
): readonly Span[] {
  const own = ownNames(thing).flatMap((name) => spansOf(name, text));
  return own.length === 0 ? names : [...names, ...own];
}

function spansOf(name: string, text: string): readonly Span[] {
  const spans: Span[] = [];
  for (let from = text.indexOf(name); from !== -1; from = text.indexOf(name, from + name.length))
    spans.push({ from, to: from + name.length });
  return spans;
}

/** Names long enough not to occur by chance. */
function ownNames({ name, aliases }: DescribedSubject): readonly string[] {
  return [name, ...aliases].filter((each) => each.length > 3);
}

/** Words that take up the thing described. */
const SUBJECT =
  /^(?:It|They|He|She|(?:The|This|These|Its|Their)(?: [\w-]+){0,3} (?:groups?|actors?|adversary|teams?|gang|entity|cluster|campaigns?|operations?|activity|attackers?|operators?|members|collective|organi[sz]ation|hackers))\b/;

function startsWithSubject(clause: string, thing: DescribedSubject): boolean {
  const start = clause.replace(
    /^(?:(?:Although|While|However|Security researchers|Researchers|Analysts|Reports?|Some)\b[^,]{0,80}?, )/,
    '',
  );
  return (
    SUBJECT.test(start) || ownNames(thing).some((name) => start.slice(0, name.length + 40).includes(name))
  );
}

function claimsOf(
  { series, object, claimant }: DescribedThing,
  { text }: Sentence,
  { relation, pattern, objects: [first, ...others], isSuspected }: ProseReading,
  references: readonly Raw[],
): readonly DeliveredObject[] {
  if (first === undefined) return [];
  const claim = {
    series,
    relation,
    subject: object.id,
    objects: [first, ...others],
    field: 'description',
    text,
    claimant,
    confidence: isSuspected ? 'suspected' : undefined,
    references,
    extractedBy: pattern,
    within: object,
  } satisfies Claim;
  return [claimObject(claim)];
}

/** The references of a thing by their names. */
type References = ReadonlyMap<string, Raw>;

function referencesByName(raw: Raw): References {
  return new Map(referencesIn(raw).map((each) => [textOf(each, 'source_name').trim(), each]));
}

/** The documents cited in a sentence, as the thing refers to them; by name alone where it does not. */
function referencesOf({ cited }: Sentence, references: References): readonly Raw[] {
  return cited.map((reference) => references.get(textOf(reference, 'source_name')) ?? reference);
}
