import { deterministicId, type DeliveredObject, type Statement } from '../facts/index.ts';

/** STIX type of the objects that tell one claim of an entry that claims many things. */
export const CLAIM_TYPE = 'x-foeprint-claim';

/** STIX type of the objects that tell one assertion of an analyst or of an incident case. */
export const ASSERTION_TYPE = 'x-foeprint-assertion';

/** Documents that a claim names; an entry may cite hundreds, and holds them all. */
const CITED = 12;

/** One thing that an entry of a source says about what it describes. */
export interface Claim {
  /** Series of the source, so that sources which say the same are told apart. */
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
  /** What the field says, as told. */
  readonly told: string;
  /** Who makes the claim, where the entry says so: a name, or the id of an identity. */
  readonly claimant?: string;
  /** How sure the claimant is, in the words of the source: `likely`, `50`. */
  readonly confidence?: string;
  /** Addresses of the documents that the entry cites. */
  readonly references: readonly string[];
  readonly firstSeen?: string;
  readonly lastSeen?: string;
}

/**
 * The object that tells a claim. It names its evidence as STIX objects do (`description`, `external_references`,
 * `first_seen` …), so that one reader of evidence serves both. Its id is made from what it says.
 */
export function claimObject(claim: Claim): DeliveredObject {
  const { series, relation, subject, objects, field, told, claimant, confidence, references } = claim;
  // One text may say several things: "Petrochemical" names two sectors.
  const what = JSON.stringify(objects);
  const id = deterministicId(CLAIM_TYPE, series, subject, relation, what, field, told, claimant ?? '');
  const statements = objects.map((object) => statementOf(claim, object));
  return {
    id,
    type: CLAIM_TYPE,
    version: '',
    raw: {
      type: CLAIM_TYPE,
      id,
      relation,
      about: subject,
      field,
      told,
      description: `${field}: ${told}`,
      ...(claimant === undefined ? {} : { claimant }),
      ...(confidence === undefined ? {} : { confidence }),
      ...(claim.firstSeen === undefined ? {} : { first_seen: claim.firstSeen }),
      ...(claim.lastSeen === undefined ? {} : { last_seen: claim.lastSeen }),
      ...referenceFields(references),
    },
    statements,
    text: { title: '', body: '' },
  };
}

function referenceFields(urls: readonly string[]): Readonly<Record<string, unknown>> {
  if (urls.length === 0) return {};
  const cited = urls.slice(0, CITED).map((url) => ({ source_name: hostOf(url), url }));
  const further = urls.length - cited.length;
  return { external_references: cited, ...(further === 0 ? {} : { further_references: further }) };
}

/** A literal cannot be the subject of a statement; no reversed claim has one. */
function statementOf({ relation, subject, reversed }: Claim, object: Statement['object']): Statement {
  return reversed === true && typeof object === 'string'
    ? { relation, subject: object, object: subject }
    : { relation, subject, object };
}

/** The host of an address, which is all that a bare address tells of who published there. */
function hostOf(url: string): string {
  return /^[a-z]+:\/\/(?:www\.)?([^/?#]+)/i.exec(url)?.[1] ?? url;
}
