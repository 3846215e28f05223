import type { DerivedFact, FactDerivation, FactEnds, FactPremise } from '../../answers/index.ts';
import { FoeprintError, deterministicId, issueOf, type IssueDeclaration } from '../../facts/index.ts';
import { EXPORT_ISSUES } from '../issues.ts';
import {
  DERIVATION_EXTENSION,
  DERIVATION_EXTENSION_ID,
  FOEPRINT_IDENTITY,
  identityOf,
  type StixObject,
} from './derivation-extension.ts';
import { bundleText, byId, exportTime, idOf } from './bundle-text.ts';
import { isStixId } from '../../stix/index.ts';
import { joinMarkings } from './join-markings.ts';

/** What a bundle of derived knowledge is made from. */
export interface DerivedBundleRequest {
  readonly facts: readonly DerivedFact[];
  /** Time of the export, ISO 8601 UTC; becomes `created` and `modified` of the relationships. */
  readonly at: string;
  /** Whose export it is. Default: Foeprint itself. */
  readonly createdBy?: Creator;
  /** Objects to put beside the relationships as they are, e.g. their ends and markings. Default none: ends are only referred to. */
  readonly include?: readonly StixObject[];
}

/** Whose objects they are: someone described here, or an identity that exists elsewhere and is only referred to. */
export type Creator =
  /** `identityClass` as in STIX 2.1, section 10.7; default `organization`. */
  { readonly name: string; readonly identityClass?: string } | { readonly id: string };

/**
 * Derived facts as a STIX 2.1 bundle of relationships that cannot be taken for reported ones: each is created by the
 * export's own identity, labelled `derived`, has its rules' confidence, and carries an extension with the rules,
 * premises and number of proofs. ATT&CK's external ids are never given to them.
 *
 * Ids are UUIDs of version 5 in Foeprint's namespace, 3f6c1d0a-e2b4-4c5f-9a7d-8e51c0b26f94, made of the creator,
 * relation and ends (see `deterministicId`): exporting again at another time gives the same objects in a new
 * version, another creator's export gives others. The order of the facts does not matter. Markings of the premises
 * are joined; of several TLP levels the strictest stays. One object stands on each line; ends with a line feed.
 *
 * @throws FoeprintError E801 … E804
 */
export function derivedBundle(request: DerivedBundleRequest): string {
  const at = exportTime(request.at);
  const creator = request.createdBy ?? FOEPRINT;
  const identity = 'id' in creator ? FOEPRINT_IDENTITY : identityFor(creator);
  const createdBy = 'id' in creator ? creator.id : idOf(identity);
  const relationships = distinct(
    request.facts.map((fact) => relationship(fact, createdBy, at)).toSorted(byId),
  );
  const own = new Map(
    [identity, FOEPRINT_IDENTITY, DERIVATION_EXTENSION].map((object) => [object['id'], object]),
  );
  const included = (request.include ?? []).filter(({ id }) => !own.has(id)).toSorted(byId);
  const objects = [...own.values(), ...included, ...relationships];
  return bundleText(objects, createdBy, at);
}

/**
 * Id of the relationship that a creator's export makes of a fact.
 *
 * @param createdBy STIX id of the creator's identity
 */
export function derivedRelationshipId({ relation, subject, object }: FactEnds, createdBy: string): string {
  return deterministicId('relationship', 'derived', createdBy, relation, subject, object);
}

const FOEPRINT: Creator = { name: 'Foeprint', identityClass: 'system' };

function identityFor({
  name,
  identityClass = 'organization',
}: Extract<Creator, { name: string }>): StixObject {
  return name === 'Foeprint' && identityClass === 'system'
    ? FOEPRINT_IDENTITY
    : identityOf(name, identityClass);
}

function relationship(fact: DerivedFact, createdBy: string, at: string): StixObject {
  if (!isStixId(fact.subject) || !isStixId(fact.object))
    throw mistake(EXPORT_ISSUES.notARelationship, `“${fact.sentence}” has an end that is no STIX object.`);
  const markings = joinMarkings(fact.markings);
  return {
    type: 'relationship',
    spec_version: '2.1',
    id: derivedRelationshipId(fact, createdBy),
    created_by_ref: createdBy,
    created: at,
    modified: at,
    relationship_type: fact.relation,
    description: fact.sentence,
    source_ref: fact.subject,
    target_ref: fact.object,
    confidence: confidence(fact),
    labels: ['derived'],
    ...(markings.length === 0 ? {} : { object_marking_refs: markings }),
    extensions: { [DERIVATION_EXTENSION_ID]: extension(fact, createdBy) },
  };
}

function extension(fact: DerivedFact, createdBy: string): StixObject {
  return {
    extension_type: 'property-extension',
    rules: [...new Set(fact.derivations.map(({ rule }) => rule))].toSorted(),
    derivations: fact.derivations.map(({ rule, premises }: FactDerivation) => ({
      rule,
      premises: premises.map((premise) => premiseRef(premise, createdBy)),
    })),
    proof_count: fact.proofCount,
    proof_count_is_exact: fact.countIsExact,
  };
}

function premiseRef(premise: FactPremise, createdBy: string): StixObject {
  return 'reportedIn' in premise
    ? { told_refs: premise.reportedIn }
    : { derived_ref: derivedRelationshipId(premise.derived, createdBy) };
}

function confidence({ weight, sentence }: DerivedFact): number {
  if (!(weight >= 0 && weight <= 1))
    throw mistake(EXPORT_ISSUES.notAWeight, `The weight of “${sentence}” is ${weight}.`);
  return Math.round(weight * 100);
}

function distinct(sorted: readonly StixObject[]): readonly StixObject[] {
  const twice = sorted.find(({ id }, index) => id === sorted[index - 1]?.['id']);
  if (twice !== undefined)
    throw mistake(EXPORT_ISSUES.factGivenTwice, `“${String(twice['description'])}” was given twice.`);
  return sorted;
}

function mistake(declaration: IssueDeclaration, message: string): FoeprintError {
  return new FoeprintError([issueOf(declaration, message)]);
}
