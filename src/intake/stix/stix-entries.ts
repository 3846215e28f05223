import { isRaw, textOf, type Raw } from '../../stix/index.ts';
import { isId } from './sound-object.ts';

/** What of a document is to be read as STIX objects. */
export interface StixEntries {
  readonly entries: readonly unknown[];
  /** What is odd about how they came; absent where they came in one bundle. */
  readonly around?: string;
  /** Whether a server says that there is more. */
  readonly hasMore: boolean;
}

/**
 * The STIX objects of a parsed document: of a bundle; of a list of objects or bundles, which JSON Lines are read as; of the
 * envelope that TAXII 2.1 (section 3.7) puts around them, or of another object with one field that holds them; or a single one.
 *
 * @returns undefined where the document holds none; a bundle, list or envelope may be empty
 */
export function stixEntries(parsed: unknown): StixEntries | undefined {
  if (isBundle(parsed)) {
    const entries = parsed['objects'] ?? [];
    return Array.isArray(entries) ? { entries, hasMore: false } : undefined;
  }
  if (isStixObject(parsed))
    return { entries: [parsed], around: 'There is no bundle around the object.', hasMore: false };
  if (Array.isArray(parsed)) return listEntries(parsed);
  return isRaw(parsed) ? envelopeEntries(parsed) : undefined;
}

/** Bundles in a list are read one after the other. */
function listEntries(list: readonly unknown[]): StixEntries | undefined {
  const holding = list.filter(holdsEntries);
  if (list.length > 0 && holding.length === 0 && !list.some(isStixObject)) return undefined;
  const entries = list.flatMap((entry) => (holdsEntries(entry) ? entry.objects : [entry]));
  const around =
    holding.length === 0
      ? 'There is no bundle around the objects.'
      : `It is a list of ${list.length === 1 ? 'one bundle' : `${list.length} bundles or objects`}.`;
  return { entries, around, hasMore: holding.some(({ more }) => more === true) };
}

/** Fields of TAXII's envelope; servers send it empty where there is nothing. */
const ENVELOPE_FIELDS: ReadonlySet<string> = new Set(['more', 'next', 'objects']);

function envelopeEntries(raw: Raw): StixEntries | undefined {
  const isEnvelope =
    Object.keys(raw).every((field) => ENVELOPE_FIELDS.has(field)) && ('more' in raw || 'objects' in raw);
  const [found, second] = Object.entries(raw).flatMap(([field, value]) => {
    const entries =
      Array.isArray(value) && value.some(isSoundObject)
        ? value
        : isBundle(value)
          ? value['objects']
          : undefined;
    return Array.isArray(entries) ? [{ field, entries }] : [];
  });
  const hasMore = raw['more'] === true;
  if (found === undefined || second !== undefined) {
    const objects = raw['objects'] ?? [];
    return isEnvelope && Array.isArray(objects) && objects.length === 0
      ? { entries: [], hasMore }
      : undefined;
  }
  const around = isEnvelope
    ? 'It is the answer of a TAXII server, without a bundle around the objects.'
    : `The objects stand in the field \`${found.field}\` of something else than a bundle.`;
  return { entries: found.entries, around, hasMore };
}

function isBundle(value: unknown): value is Raw {
  return isRaw(value) && value['type'] === 'bundle';
}

/** Whether a value looks like a STIX object; whether it is sound is found out when it is read. CACAO's playbooks only look so. */
function isStixObject(value: unknown): boolean {
  if (!isRaw(value) || typeof value['type'] !== 'string' || typeof value['id'] !== 'string') return false;
  return !textOf(value, 'spec_version').startsWith('cacao');
}

function isSoundObject(value: unknown): boolean {
  return isStixObject(value) && isRaw(value) && isId(value['id']);
}

/** Whether an entry of a list is a bundle or an envelope of its own. */
function holdsEntries(value: unknown): value is Raw & { readonly objects: readonly unknown[] } {
  if (!isRaw(value)) return false;
  const objects: unknown = value['objects'];
  return Array.isArray(objects) && (value['type'] === 'bundle' || objects.some(isSoundObject));
}
