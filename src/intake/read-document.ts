import type { Delivery } from '../facts/index.ts';
import { isCaseDocument, readCaseDocument } from './assertions/case-document.ts';
import { isControlMapping, readControlMapping } from './controls/read-control-mapping.ts';
import { isGalaxyCluster, readGalaxyCluster } from './misp/read-cluster.ts';
import type { AboutDelivery } from './stix/describe-source.ts';
import { readBundle } from './stix/read-bundle.ts';

/** Formats that their shape distinguishes from STIX; what is none of them is read as STIX, which says what is wrong. */
const FORMATS: readonly {
  readonly is: (parsed: unknown) => boolean;
  readonly read: (parsed: unknown, about: AboutDelivery) => Delivery;
}[] = [
  { is: isGalaxyCluster, read: readGalaxyCluster },
  { is: isControlMapping, read: readControlMapping },
  { is: isCaseDocument, read: readCaseDocument },
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
