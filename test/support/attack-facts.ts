import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { FactBase } from '../../src/facts/fact-base.ts';
import { factBaseOf } from './fact-base.ts';

interface StixObject {
  readonly type: string;
  readonly id: string;
  readonly name?: string;
  readonly revoked?: boolean;
  readonly x_mitre_deprecated?: boolean;
  readonly relationship_type?: string;
  readonly source_ref?: string;
  readonly target_ref?: string;
  readonly external_references?: readonly { readonly source_name: string; readonly external_id?: string }[];
}

/** Where a release of ATT&CK Enterprise lies beside the project; undefined where it does not. */
export function attackFile(release: string): string | undefined {
  const file = new URL(`../../../shared/data/attack/enterprise-attack-${release}.json.gz`, import.meta.url)
    .pathname;
  return existsSync(file) ? file : undefined;
}

/** The live relationships between live objects of a STIX bundle, read as simply as can be: an independent path to the same facts. */
export function attackFacts(file: string): FactBase {
  const bundle: { readonly objects: readonly StixObject[] } = JSON.parse(
    gunzipSync(readFileSync(file)).toString(),
  );
  const isLive = (object: StixObject): boolean =>
    object.revoked !== true && object.x_mitre_deprecated !== true;
  const live = new Map(bundle.objects.filter(isLive).map((object) => [object.id, object]));
  const rows = [...live.values()].flatMap(
    ({ relationship_type: relation, source_ref: from, target_ref: to }) =>
      relation !== undefined && from !== undefined && to !== undefined && live.has(from) && live.has(to)
        ? [{ relation, terms: [from, to] }]
        : [],
  );
  const mentioned = new Set(rows.flatMap(({ terms }) => terms));
  const things = [...mentioned].map((id) => {
    const object = live.get(id);
    const reference = object?.external_references?.find(({ source_name: name }) => name === 'mitre-attack');
    return { id, type: object?.type ?? '', name: object?.name ?? id, label: reference?.external_id ?? '' };
  });
  return factBaseOf(things, rows);
}
