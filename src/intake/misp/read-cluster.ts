import type { DeliveredObject, Delivery } from '../../facts/index.ts';
import { IssueList } from '../issue-list.ts';
import { INTAKE_ISSUES } from '../issues.ts';
import type { AboutDelivery } from '../stix/describe-source.ts';
import { isRaw, textOf, type Raw } from '../../stix/index.ts';
import { shapeProblem } from '../stix/shape.ts';
import { clusterType } from './cluster-types.ts';
import { readValue, valueId, type ClusterValue } from './read-value.ts';

/** Under what the galaxies are published. */
const LICENCE = 'MISP galaxy: public domain (CC0 1.0) or BSD 2-Clause, © the authors of the cluster';

/** Whether a parsed document has the shape of a MISP galaxy cluster file, and not of a STIX bundle. */
export function isGalaxyCluster(parsed: unknown): boolean {
  return isRaw(parsed) && Array.isArray(parsed['values']) && textOf(parsed, 'type') !== '';
}

/**
 * Reads a cluster file of MISP galaxy (`clusters/*.json`): every value as it is, and what its fields say, each as
 * a claim with its claimant. Nothing is merged by name. Every cluster is a series, `misp-galaxy:` and its type;
 * its `version` is the release.
 *
 * @param parsed the document as `JSON.parse` gives it; it is kept by reference and must not be changed afterwards
 * @throws FoeprintError where the document is no cluster (I130) or holds nothing usable (I131)
 */
export function readGalaxyCluster(parsed: unknown, about: AboutDelivery): Delivery {
  const issues = new IssueList(about.location);
  if (!isGalaxyCluster(parsed) || !isRaw(parsed) || !Array.isArray(parsed['values']))
    return issues.refuse(INTAKE_ISSUES.notGalaxy, 'It has no `type` and list of `values`.');
  const type = textOf(parsed, 'type');
  const cluster = clusterType(type, textOf(parsed, 'category'));
  const series = about.series ?? `misp-galaxy:${type}`;
  const values = soundValues(parsed['values'], cluster.becomes, series, issues);
  if (values.length === 0)
    issues.refuse(INTAKE_ISSUES.noValues, `None of ${parsed['values'].length} values is usable.`);
  const siblings = new Map(values.map((value) => [value.uuid, value.id]));
  const objects = values.flatMap((value) => readValue(value, cluster, siblings, issues));
  return {
    source: describeCluster(parsed, series, about),
    objects: distinctObjects(objects),
    issues: issues.toArray(),
  };
}

function describeCluster(parsed: Raw, series: string, about: AboutDelivery): Delivery['source'] {
  const version = parsed['version'];
  const release =
    about.release ?? (typeof version === 'number' ? String(version) : textOf(parsed, 'version'));
  const name = textOf(parsed, 'name') || textOf(parsed, 'type');
  return {
    kind: about.kind ?? 'galaxy',
    name: about.name ?? `MISP galaxy ${name} ${release}`.trim(),
    series,
    ...(release === '' ? {} : { release }),
    location: about.location,
    sha256: about.sha256,
    bytes: about.bytes,
    statements: [LICENCE],
  };
}

/** A UUID as clusters write it. */
export const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

function soundValues(
  values: readonly unknown[],
  becomes: string,
  series: string,
  issues: IssueList,
): readonly ClusterValue[] {
  const sound: ClusterValue[] = [];
  const seen = new Set<string>();
  for (const [index, raw] of values.entries()) {
    const value = soundValue(raw, index, becomes, series, issues);
    if (value === undefined) continue;
    if (seen.has(value.uuid))
      issues.add(INTAKE_ISSUES.repeatedValue, `\`${value.name}\` repeats a UUID.`, { object: value.id });
    // Two territories may carry one ISO code: the second keeps an id of its own.
    else sound.push(seen.has(value.id) ? { ...value, id: `${becomes}--${value.uuid}` } : value);
    seen.add(value.uuid).add(value.id);
  }
  return sound;
}

function soundValue(
  raw: unknown,
  index: number,
  becomes: string,
  series: string,
  issues: IssueList,
): ClusterValue | undefined {
  const name = isRaw(raw) ? textOf(raw, 'value').trim() : '';
  const uuid = isRaw(raw) ? textOf(raw, 'uuid').toLowerCase() : '';
  if (!isRaw(raw) || name === '' || !UUID.test(uuid) || shapeProblem(raw) !== undefined) {
    const lacks = name === '' ? 'has no name' : UUID.test(uuid) ? 'is too deep or too long' : 'has no UUID';
    issues.add(INTAKE_ISSUES.badValue, `Value ${index} ${lacks}.`, { field: `values[${index}]` });
    return undefined;
  }
  const meta = raw['meta'];
  return {
    raw,
    meta: isRaw(meta) ? meta : {},
    id: valueId(raw, uuid, becomes),
    type: becomes,
    uuid,
    name,
    series,
  };
}

/**
 * Things named by words alone are delivered by every value that names them, so the same ones come often. A value
 * that describes such a thing (a country of `target-information`) has a version and goes before the bare mention.
 */
function distinctObjects(objects: readonly DeliveredObject[]): readonly DeliveredObject[] {
  const distinct = new Map<string, DeliveredObject>();
  for (const object of objects) {
    const known = distinct.get(object.id);
    if (known === undefined || known.version < object.version) distinct.set(object.id, object);
  }
  return [...distinct.values()];
}
