import { deterministicId, type DeliveredObject, type Statement } from '../facts/index.ts';
import { markingsOf } from './marking-levels.ts';
import type { Raw } from './fields.ts';

/** STIX type of the objects that report one claim each, of an entry that claims many things. */
export const CLAIM_TYPE = 'x-foeprint-claim';

/** STIX type of the objects that report one assertion each, of an analyst or of an incident case. */
export const ASSERTION_TYPE = 'x-foeprint-assertion';

/** Documents that a claim names; an entry may cite hundreds, and holds them all. */
const CITED = 12;

/** One thing that an entry of a source says about what it describes. */
export interface Claim {
  /** Series of the source, which distinguishes sources that say the same. */
  readonly series: string;
  readonly relation: string;
  /** Id of the thing that the entry describes. */
  readonly subject: string;
  /** What is said of it; several where the source names a thing without its type, and only one of them can exist. */
  readonly objects: readonly [Statement['object'], ...Statement['object'][]];
  /** True where the entry is what the relation leads to, not what it starts from. */
  readonly reversed?: boolean;
  /** Field of the entry, e.g. `cfr-suspected-victims`. */
  readonly field: string;
  /** What the field says, in its words. */
  readonly text: string;
  /** Who makes the claim, where the entry says so: a name, or the id of an identity. */
  readonly claimant?: string | undefined;
  /** How sure the claimant is, in the words of the source: `likely`, `50`. */
  readonly confidence?: string | undefined;
  /** How well the relation holds, in the words of the source: `partial`. */
  readonly scoreValue?: string | undefined;
  /** The documents that the entry cites: addresses, or references as STIX writes them. */
  readonly references: readonly (string | Raw)[];
  readonly firstSeen?: string;
  readonly lastSeen?: string;
  /** Name of the pattern that read the claim out of prose; then `text` is the sentence, and the evidence is it alone. */
  readonly extractedBy?: string;
  /** The object in whose text the claim was read: what it says of its own making, whether it is withdrawn, and how far it may go, holds for the claim. */
  readonly within?: Pick<DeliveredObject, 'raw' | 'version' | 'withdrawn' | 'level'>;
}

/** Fields that a claim takes over from the object in whose text it was read. */
const TAKEN_OVER = ['created', 'modified'];

/**
 * The object that reports a claim. It names its evidence as STIX objects do (`description`, `external_references`,
 * `first_seen` …), so that one reader of evidence serves both. Its id is made from what it says.
 */
export function claimObject(claim: Claim): DeliveredObject {
  const { series, relation, subject, objects, field, text, claimant, confidence, references, extractedBy } =
    claim;
  // One text may say several things: "Petrochemical" names two sectors.
  const what = extractedBy === undefined ? JSON.stringify(objects) : objects.map(shortName).join(' ');
  const by = [field, text, claimant ?? '', ...(extractedBy === undefined ? [] : [extractedBy])];
  const id = deterministicId(CLAIM_TYPE, series, subject, relation, what, ...by);
  const statements = objects.map((object) => statementOf(claim, object));
  return {
    id,
    type: CLAIM_TYPE,
    version: claim.within?.version ?? '',
    raw: {
      type: CLAIM_TYPE,
      id,
      relation,
      about: subject,
      field,
      told: text,
      description: extractedBy === undefined ? `${field}: ${text}` : text,
      ...(extractedBy === undefined ? {} : { extracted_by: extractedBy }),
      ...(claimant === undefined ? {} : { claimant }),
      ...(confidence === undefined ? {} : { confidence }),
      ...(claim.scoreValue === undefined ? {} : { score_value: claim.scoreValue }),
      ...(claim.firstSeen === undefined ? {} : { first_seen: claim.firstSeen }),
      ...(claim.lastSeen === undefined ? {} : { last_seen: claim.lastSeen }),
      ...referenceFields(references),
      ...(claim.within === undefined ? {} : takenOver(claim.within)),
    },
    statements,
    ...(claim.within?.withdrawn === undefined ? {} : { withdrawn: claim.within.withdrawn }),
    ...(claim.within?.level === undefined ? {} : { level: claim.within.level }),
    text: { title: '', body: '' },
  };
}

/** Letters at the end of an id that distinguish it: a sentence may name dozens, and hashing them whole takes its time. */
const DISTINCT = 12;

function shortName(object: Statement['object']): string {
  return typeof object === 'string' ? object.slice(-DISTINCT) : object.literal;
}

function takenOver({ raw, withdrawn }: NonNullable<Claim['within']>): Raw {
  const fields = TAKEN_OVER.filter((field) => raw[field] !== undefined).map((field) => [field, raw[field]]);
  // The markings of its parts, too: nothing says which of them the sentence is.
  const markings = markingsOf(raw);
  return {
    ...Object.fromEntries(fields),
    ...(markings.length === 0 ? {} : { object_marking_refs: markings }),
    ...(withdrawn === 'revoked' ? { revoked: true } : {}),
    ...(withdrawn === 'deprecated' ? { x_mitre_deprecated: true } : {}),
  };
}

function referenceFields(references: Claim['references']): Raw {
  if (references.length === 0) return {};
  const cited = references
    .slice(0, CITED)
    .map((one) => (typeof one === 'string' ? { source_name: hostOf(one), url: one } : one));
  const further = references.length - cited.length;
  return { external_references: cited, ...(further === 0 ? {} : { further_references: further }) };
}

/** A literal cannot be the subject of a statement; no reversed claim has one. */
function statementOf({ relation, subject, reversed }: Claim, object: Statement['object']): Statement {
  return reversed === true && typeof object === 'string'
    ? { relation, subject: object, object: subject }
    : { relation, subject, object };
}

/** The host of an address, which is all that a bare address shows of who published there. */
function hostOf(url: string): string {
  return /^[a-z]+:\/\/(?:www\.)?([^/?#]+)/i.exec(url)?.[1] ?? url;
}
