import { citedNames, plainText } from '../text/index.ts';
import { rawsOf, textOf, textsOf, type Raw } from './fields.ts';

/** A log that an analytic reads. */
export interface LogSource {
  /** Name of the log, e.g. `WinEventLog:Security`. */
  readonly name: string;
  /** What to look for in it, e.g. `EventCode=4688`; free text. */
  readonly channel: string;
  /** STIX id of the data component that it provides. */
  readonly component: string;
}

/** The description of an object as plain text; empty where it has none. */
export function descriptionOf(raw: Raw): string {
  return plainText(textOf(raw, 'description'));
}

/** Page of an object at its source: the address of its first reference that has one. */
export function pageOf(raw: Raw): string | undefined {
  return rawsOf(raw, 'external_references')
    .map((reference) => textOf(reference, 'url'))
    .find((url) => url !== '');
}

/** The logs that an ATT&CK analytic reads (`x_mitre_log_source_references`), in its order. */
export function logSourcesOf(raw: Raw): readonly LogSource[] {
  return rawsOf(raw, 'x_mitre_log_source_references').map((reference) => ({
    name: textOf(reference, 'name'),
    channel: textOf(reference, 'channel'),
    component: textOf(reference, 'x_mitre_data_component_ref'),
  }));
}

/** What of an analytic is to be set for each environment (`x_mitre_mutable_elements`). */
export function tuningOf(raw: Raw): readonly { readonly field: string; readonly description: string }[] {
  return rawsOf(raw, 'x_mitre_mutable_elements').map((element) => ({
    field: textOf(element, 'field'),
    description: textOf(element, 'description'),
  }));
}

/** Version of an object: when it was last modified, else created, else empty. */
export function versionOf(raw: Raw): string {
  return textOf(raw, 'modified') || textOf(raw, 'created');
}

/** When an object was last modified, as it says; empty where it does not say. */
export function modifiedOf(raw: Raw): string {
  return textOf(raw, 'modified');
}

/** Names of the kill chains in whose phases an object stands, then of those that number it: where ATT&CK is cited, its domain. */
export function killChainsOf(raw: Raw): readonly string[] {
  return [
    ...rawsOf(raw, 'kill_chain_phases').map((phase) => textOf(phase, 'kill_chain_name')),
    ...rawsOf(raw, 'external_references').map((reference) => textOf(reference, 'source_name')),
  ];
}

/** The ATT&CK domains that an object says it belongs to; undefined where it says none. */
export function domainsOf(raw: Raw): readonly string[] | undefined {
  return Array.isArray(raw['x_mitre_domains']) ? textsOf(raw, 'x_mitre_domains') : undefined;
}

/** The short name of a tactic, e.g. `initial-access`; empty where it has none. */
export function shortNameOf(raw: Raw): string {
  return textOf(raw, 'x_mitre_shortname');
}

/** STIX ids of the tactics of a matrix, in its order. */
export function tacticRefsOf(raw: Raw): readonly string[] {
  return textsOf(raw, 'tactic_refs');
}

/** Version that ATT&CK gives an object, e.g. `2.1`; empty where it gives none. */
export function attackVersionOf(raw: Raw): string {
  return textOf(raw, 'x_mitre_version');
}

/** What a relationship relates: STIX ids; undefined for what is none. */
export function endsOf(raw: Raw): RelationshipEnds | undefined {
  const [relation, source, target] = [
    textOf(raw, 'relationship_type'),
    textOf(raw, 'source_ref'),
    textOf(raw, 'target_ref'),
  ];
  return relation === '' || source === '' || target === '' ? undefined : { relation, source, target };
}

/** A relationship's type, and the STIX ids at its ends. */
export interface RelationshipEnds {
  readonly relation: string;
  readonly source: string;
  readonly target: string;
}

/** Fields by which an object refers to what it reports something of. */
const REFERENCES = ['source_ref', 'target_ref', 'about', 'technique_ref', 'sighting_of_ref'];

/** STIX ids of what an object reports something of. */
export function referredBy(raw: Raw): readonly string[] {
  return REFERENCES.map((field) => textOf(raw, field)).filter((id) => id !== '');
}

/** Country and region of a location, as it says them; empty where it says none. */
export function placeFieldsOf(raw: Raw): { readonly country: string; readonly region: string } {
  return { country: textOf(raw, 'country'), region: textOf(raw, 'region') };
}

/** Sectors of an identity as it lists them, and whether it is a class of organisations instead of one. */
export function identityFieldsOf(raw: Raw): {
  readonly sectors: readonly string[];
  readonly isClass: boolean;
} {
  return { sectors: textsOf(raw, 'sectors'), isClass: raw['identity_class'] === 'class' };
}

/** The references of an object, as it writes them. */
export function referencesIn(raw: Raw): readonly Raw[] {
  return rawsOf(raw, 'external_references');
}

/** Names of the documents that an object cites for a name that it bears: ATT&CK has a reference of that very name. */
export function citedForName(raw: Raw, name: string): readonly string[] {
  const cited = referencesIn(raw)
    .filter((reference) => textOf(reference, 'source_name') === name)
    .flatMap((reference) => citedNames(textOf(reference, 'description')));
  return [...new Set(cited)];
}

/** Fields that change with every release, or that are compared in another way: withdrawal, tactics, versions, domains. */
export const NOT_COMPARED: ReadonlySet<string> = new Set([
  'id',
  'type',
  'created',
  'modified',
  'spec_version',
  'revoked',
  'kill_chain_phases',
  'object_marking_refs',
  'created_by_ref',
  'x_mitre_attack_spec_version',
  'x_mitre_deprecated',
  'x_mitre_modified_by_ref',
  'x_mitre_version',
  'x_mitre_domains',
]);

/** What a field is called in words: `x_mitre_data_sources` → `data sources`. */
export function fieldWords(field: string): string {
  return field.replace(/^x_mitre_/u, '').replaceAll('_', ' ');
}

/** Sentences of a description as its source wrote them, with their marks. */
export function markedDescriptionOf(raw: Raw): string {
  return textOf(raw, 'description');
}
