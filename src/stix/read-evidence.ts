import type { Citation, Evidence, Source } from '../facts/index.ts';
import { citedNames, plainText, publicationDate } from '../text/index.ts';
import { ASSERTION_TYPE } from './claim.ts';
import { markingsOf } from './marking-levels.ts';
import { attackId } from './entity.ts';
import { isRaw, rawsOf, textOf, type Raw } from './fields.ts';
import { knownTime } from './known-time.ts';
import { asStixTimestamp } from './timestamp.ts';
import { withdrawalOf } from './withdrawal.ts';

/** An object as a knowledge base gives it: a `StoredObject`. */
export interface NumberedObject {
  readonly id: string;
  readonly raw: Raw;
  /** Sources that contain it, the one to name first. */
  readonly sources: readonly Source[];
}

/** Fields that say when behaviour was first and last observed: campaigns, malware; relationships; observed data. */
const FIRST_SEEN = ['first_seen', 'start_time', 'first_observed'];
const LAST_SEEN = ['last_seen', 'stop_time', 'last_observed'];

const CITING = ['description', 'x_mitre_first_seen_citation', 'x_mitre_last_seen_citation'];

/**
 * Why a reported fact is believed, read from the object that reports it (`KnowledgeView.object` of an origin).
 *
 * @throws RangeError where the object has no source: a knowledge base never gives such an object
 */
export function readEvidence({ id, raw, sources }: NumberedObject): Evidence {
  const [source] = sources;
  if (source === undefined) throw new RangeError(`${id} is in no source.`);
  const optional = {
    claimant: textOf(raw, 'claimant'),
    confidence: confidenceOf(raw),
    extractedBy: textOf(raw, 'extracted_by'),
    status: id.startsWith(ASSERTION_TYPE) ? textOf(raw, 'status') : '',
    created: asStixTimestamp(textOf(raw, 'created')),
    modified: asStixTimestamp(textOf(raw, 'modified')),
    firstSeen: firstTimestamp(raw, FIRST_SEEN),
    lastSeen: firstTimestamp(raw, LAST_SEEN),
  };
  const withdrawn = withdrawalOf(raw);
  return {
    source,
    reportedIn: id,
    sentence: sentenceIn(raw),
    citations: readCitations(raw),
    ...Object.fromEntries(Object.entries(optional).filter(([, text]) => text !== '')),
    ...(withdrawn === undefined ? {} : { withdrawn }),
    markings: markingsOf(raw),
  };
}

/** What entries of galaxies have of each other, as loading keeps it: `related uses: 0a1b…`. */
const REFERENCE = /^related \S{1,100}: [0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** The words in which an object reports its fact; none where it reports it by a reference alone, as entries of galaxies do. */
function sentenceIn(raw: Raw): string {
  const description = textOf(raw, 'description');
  return REFERENCE.test(description) ? '' : plainText(description);
}

/** STIX gives confidence as a number of per cent, galaxies in estimative language. */
function confidenceOf(raw: Raw): string {
  const given = raw['confidence'];
  return typeof given === 'number' ? String(given) : textOf(raw, 'confidence');
}

function firstTimestamp(raw: Raw, fields: readonly string[]): string {
  const time = fields.map((field) => textOf(raw, field)).find((text) => knownTime(text) !== undefined);
  return time === undefined ? '' : asStixTimestamp(time);
}

/** The documents that the text cites; where it cites none, every reference of the object but the one to its ATT&CK page. */
function readCitations(raw: Raw): readonly Citation[] {
  const references = rawsOf(raw, 'external_references').filter((reference) => attackId(reference) === '');
  // A report that was loaded is cited itself, whatever its own words seem to cite.
  const names = isRaw(raw['report'])
    ? new Set<string>()
    : new Set(CITING.flatMap((field) => citedNames(textOf(raw, field))));
  if (names.size === 0) return references.map(readCitation);
  return [...names].map((name) => {
    const reference = references.find((one) => textOf(one, 'source_name').trim() === name);
    return reference === undefined ? { name } : readCitation(reference);
  });
}

function readCitation(reference: Raw): Citation {
  const description = textOf(reference, 'description').trim();
  const url = textOf(reference, 'url').trim();
  const published = publicationDate(description);
  return {
    name: textOf(reference, 'source_name').trim(),
    ...(description === '' ? {} : { description }),
    ...(url === '' ? {} : { url }),
    ...(published === undefined ? {} : { published }),
  };
}
