import type { DocumentToMigrate, MigrateAnswer, MigratedDocument, Standing } from '../../answers/index.ts';
import {
  crosswalkTarget,
  loadedTarget,
  migrateLayer,
  migrateText,
  type OtherReleases,
  type ReleaseTarget,
} from '../../analysis/index.ts';
import { errorOf, issueOf, strictestLevel, type Issue } from '../../facts/index.ts';
import {
  releasesLoaded,
  unknownRelease,
  type KnowledgeBase,
  type KnowledgeView,
} from '../../knowledge/index.ts';
import { releaseMeant } from '../../text/index.ts';
import { readMarks } from '../../reading/index.ts';
import { domainTitle, levelOfLayers, type Layer } from '../../threat/index.ts';
import { WORKBENCH_ISSUES } from '../issues.ts';
import type { Answered } from '../use-case.ts';

/**
 * Carries documents to another release: Navigator layers, Sigma rules, DeTT&CT administration files, or the ids in any other text.
 *
 * @throws FoeprintError W646 where no release is named, W604 where nothing is loaded, K201 where the release is neither loaded nor 19
 */
export function migrateDocuments(
  base: KnowledgeBase,
  documents: readonly DocumentToMigrate[],
  to: string | undefined,
): Answered<MigrateAnswer> {
  if (to === undefined) throw errorOf(WORKBENCH_ISSUES.noReleaseNamed, 'No release is named.');
  const target = releaseTarget(base, to);
  const migrated = documents.map((document) => migrateDocument(document, target));
  return {
    answer: {
      to: target.release,
      documents: migrated,
      changed: migrated.filter(({ isChanged }) => isChanged).length,
      counts: countsOf(migrated),
    },
    level: strictestLevel(migrated.map(({ marking }) => marking)),
    restsOn: base.view().sources,
  };
}

function countsOf(documents: readonly MigratedDocument[]): MigrateAnswer['counts'] {
  const counts: Record<Standing, number> = {
    ambiguous: 0,
    dropped: 0,
    unknown: 0,
    left: 0,
    assumed: 0,
    resolved: 0,
    unchanged: 0,
  };
  for (const { entries, unchanged } of documents) {
    counts.unchanged += unchanged;
    for (const { standing } of entries) counts[standing] += 1;
  }
  return counts;
}

/**
 * A release to carry documents to: one that is loaded, or any 19, which is reached from the newest loaded by our own table.
 *
 * @throws FoeprintError W604 where nothing is loaded, K201 where the release is neither
 */
export function releaseTarget(base: KnowledgeBase, asked: string): ReleaseTarget {
  const release = asked.replace(/^v/iu, '');
  const newest = base.view({ seriesOnly: true });
  if (newest.sources.length === 0)
    throw errorOf(WORKBENCH_ISSUES.nothingLoaded, 'There is no knowledge to follow ids through.');
  const loaded = releaseMeant(release, releasesLoaded(base.sources()));
  const others = otherReleases(base);
  if (loaded !== undefined)
    return loadedTarget(newest, base.view({ release: loaded, seriesOnly: true }), loaded, others);
  if (isByTable(newest, release)) return crosswalkTarget(newest, release, others);
  throw unknownRelease(base.sources(), release);
}

/** Our table leads from what came before 19 to any 19: where a later release is the newest, it would say of its ids that 19 had them. */
function isByTable({ sources }: KnowledgeView, release: string): boolean {
  const newest = sources.find(({ series }) => series === 'enterprise-attack')?.release ?? '';
  return majorOf(release) === TABLE_MAJOR && !(majorOf(newest) > TABLE_MAJOR);
}

const TABLE_MAJOR = 19;

function majorOf(release: string): number {
  return Number(release.split('.')[0] || Number.NaN);
}

function otherReleases(base: KnowledgeBase): OtherReleases {
  const releases = releasesLoaded(base.sources()).toReversed();
  return {
    of(given) {
      const found =
        releases.find((release) => release === given) ??
        releases.find((release) => release.split('.')[0] === given);
      return found === undefined ? undefined : base.view({ release: found, seriesOnly: true });
    },
    all: () => releases.map((release) => base.view({ release, seriesOnly: true })),
  };
}

/**
 * Carries a document to another release. Texts keep everything but the ids, to the byte. A document that could not be read as what it
 * is, is left as it is, so that writing it anew loses nothing.
 */
export function migrateDocument(
  { file, text = '', layers, issues = [] }: DocumentToMigrate,
  target: ReleaseTarget,
): MigratedDocument {
  if (issues.some(({ severity }) => severity === 'error')) return leftAlone(file, 'text', issues);
  if (layers !== undefined) return migratedLayers(file, layers, issues, target);
  const { kind, marks, issues: faults } = readMarks(text, file);
  const { text: migrated, ...came } = migrateText(text, marks, target);
  const isChanged = migrated !== text;
  return {
    file,
    kind,
    isChanged,
    isRefused: false,
    ...(isChanged ? { text: migrated } : {}),
    ...came,
    issues: [...issues, ...faults],
  };
}

function migratedLayers(
  file: string,
  layers: readonly Layer[],
  issues: readonly Issue[],
  target: ReleaseTarget,
): MigratedDocument {
  const strange = layers.find(({ domain }) => !target.domains.has(domain));
  if (strange !== undefined)
    return { ...leftAlone(file, 'layer', [...issues, notLoaded(file, strange, target)]), isRefused: true };
  const migrated = layers.map((layer) => migrateLayer(layer, target));
  const marking = levelOfLayers(layers);
  return {
    file,
    kind: 'layer',
    // It says which release it was carried from.
    isChanged: true,
    isRefused: false,
    layers: migrated.map(({ layer }) => layer),
    entries: migrated.flatMap(({ entries }) => entries),
    unchanged: migrated.reduce((sum, each) => sum + each.unchanged, 0),
    issues,
    ...(marking === undefined ? {} : { marking }),
  };
}

function leftAlone(file: string, kind: MigratedDocument['kind'], issues: readonly Issue[]): MigratedDocument {
  return { file, kind, isChanged: false, isRefused: false, entries: [], unchanged: 0, issues };
}

function notLoaded(file: string, { name, domain }: Layer, { release }: ReleaseTarget): Issue {
  const title = domainTitle(domain);
  return issueOf(
    WORKBENCH_ISSUES.domainNotLoaded,
    `Layer “${name}” is of ${title} ATT&CK, which is not loaded in release ${release}.`,
    { file },
    `Load it with \`foeprint sync ${domain} --release ${release}\`, then migrate again; nothing was written for the file.`,
  );
}
