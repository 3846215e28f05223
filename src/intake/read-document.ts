import type { Delivery } from '../facts/index.ts';
import { isCaseDocument, readCaseDocument } from './assertions/case-document.ts';
import { isControlMapping, readControlMapping } from './controls/read-control-mapping.ts';
import { isGalaxyCluster, readGalaxyCluster } from './misp/read-cluster.ts';
import type { KnownFormat } from './recognition/known-format.ts';
import type { AboutDelivery } from './stix/describe-source.ts';
import { readBundle } from './stix/read-bundle.ts';

/** Formats that their shape distinguishes from STIX; what is none of them is read as STIX, which says what is wrong. */
const FORMATS: readonly {
  /** With its article. */
  readonly label: string;
  readonly is: (parsed: unknown) => boolean;
  readonly read: (parsed: unknown, about: AboutDelivery) => Delivery;
}[] = [
  { label: 'a MISP galaxy cluster', is: isGalaxyCluster, read: readGalaxyCluster },
  { label: 'a mapping of controls', is: isControlMapping, read: readControlMapping },
  { label: 'a case', is: isCaseDocument, read: readCaseDocument },
];

/**
 * Reads a parsed JSON document that reports facts: a MISP galaxy cluster, a mapping of controls, a case document, or STIX.
 *
 * @throws FoeprintError I1xx where nothing in it can be used
 */
export function readDocument(parsed: unknown, about: AboutDelivery): Delivery {
  const format = FORMATS.find(({ is }) => is(parsed));
  return (format?.read ?? readBundle)(parsed, about);
}

/** What a document is that is for loading and no STIX; undefined where it is neither. */
export function loadableFormat(parsed: unknown): KnownFormat | undefined {
  const format = FORMATS.find(({ is }) => is(parsed));
  return format && { label: format.label, hint: '`foeprint load FILE` takes it.' };
}
