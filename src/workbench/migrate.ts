import { crosswalkTarget, loadedTarget, migrateLayer, migrateText } from '../analysis/index.ts';
import type { MigrationEntry, OtherReleases, ReleaseTarget } from '../analysis/index.ts';
import { writeLayer, writeLayers } from '../export/index.ts';
import { FoeprintError, issueOf } from '../facts/index.ts';
import type { Issue, MarkingLevel } from '../facts/index.ts';
import { INTAKE_ISSUES, NAVIGATOR_ISSUES, readLayers, readMarks } from '../intake/index.ts';
import type { MarkedKind } from '../intake/index.ts';
import { releasesLoaded, unknownRelease } from '../knowledge/index.ts';
import type { KnowledgeBase, KnowledgeView } from '../knowledge/index.ts';
import { domainTitle, levelOfLayers } from '../threat/index.ts';
import type { Layer } from '../threat/index.ts';
import { WORKBENCH_ISSUES } from './issues.ts';

/** A document in another release. */
export interface MigratedDocument {
  readonly file: string;
  readonly kind: 'layer' | MarkedKind;
  /** The whole document as it is to be written. */
  readonly text: string;
  /** Whether anything of it is different. */
  readonly isChanged: boolean;
  readonly entries: readonly MigrationEntry[];
  /** Ids and tactics that are the same. */
  readonly unchanged: number;
  readonly issues: readonly Issue[];
  /** Whether nothing can be said of it here, so that nothing is to be written for it. Default false. */
  readonly isRefused?: boolean;
  /** How far it may go, where it says so. */
  readonly marking?: MarkingLevel;
}

/**
 * A release to carry documents to: one that is loaded, or any 19, which is reached from the newest loaded by our own table.
 *
 * @throws FoeprintError W604 where nothing is loaded, K201 where the release is neither
 */
export function releaseTarget(base: KnowledgeBase, release: string): ReleaseTarget {
  const newest = base.view({ seriesOnly: true });
  if (newest.sources.length === 0)
    throw new FoeprintError([
      issueOf(WORKBENCH_ISSUES.nothingLoaded, 'There is no knowledge to follow ids through.'),
    ]);
  const isLoaded = releasesLoaded(base.sources()).includes(release);
  const others = otherReleases(base);
  if (isLoaded) return loadedTarget(newest, base.view({ release, seriesOnly: true }), release, others);
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
    of(told) {
      const found =
        releases.find((release) => release === told) ??
        releases.find((release) => release.split('.')[0] === told);
      return found === undefined ? undefined : base.view({ release: found, seriesOnly: true });
    },
    all: () => releases.map((release) => base.view({ release, seriesOnly: true })),
  };
}

/**
 * Carries a document to another release: a Navigator layer (JSON), Sigma rules and DeTT&CT administration files (YAML), or the ids in
 * any other text. Texts keep everything but the ids, to the byte; layers are written in format 4.5.
 */
export function migrateDocument(file: string, text: string, target: ReleaseTarget): MigratedDocument {
  const layered = /\.json$/iu.test(file) ? migratedLayers(file, text, target) : undefined;
  if (layered !== undefined) return layered;
  const { kind, marks, issues } = readMarks(text, file);
  const migrated = migrateText(text, marks, target);
  return { file, kind, issues, isChanged: migrated.text !== text, ...migrated };
}

/**
 * Undefined where the JSON holds no layer: its ids are then those of any text. JSON that is broken, and layers of which a part could
 * not be read, are left as they are, so that writing them anew loses nothing.
 */
function migratedLayers(file: string, text: string, target: ReleaseTarget): MigratedDocument | undefined {
  const parsed = parsedJson(text);
  if (parsed === undefined) return leftAlone(file, text, [brokenJson(file)]);
  const { layers, issues } = readLayers(parsed, file);
  const errors = issues.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    const isOther =
      layers.length === 0 && errors.every(({ code }) => code === NAVIGATOR_ISSUES.notALayer.code);
    return isOther ? undefined : leftAlone(file, text, issues);
  }
  const strange = layers.find(({ domain }) => !target.domains.has(domain));
  if (strange !== undefined)
    return {
      ...leftAlone(file, text, [...issues, notLoaded(file, strange, target)]),
      kind: 'layer',
      isRefused: true,
    };
  const migrated = layers.map((layer) => migrateLayer(layer, target));
  const [only, ...others] = migrated;
  if (only === undefined) return undefined;
  const marking = levelOfLayers(layers);
  const written =
    others.length === 0 ? writeLayer(only.layer) : writeLayers(migrated.map(({ layer }) => layer));
  return {
    file,
    kind: 'layer',
    text: written,
    isChanged: written !== text,
    entries: migrated.flatMap(({ entries }) => entries),
    unchanged: migrated.reduce((sum, each) => sum + each.unchanged, 0),
    issues,
    ...(marking === undefined ? {} : { marking }),
  };
}

function leftAlone(file: string, text: string, issues: readonly Issue[]): MigratedDocument {
  return { file, kind: 'text', text, isChanged: false, entries: [], unchanged: 0, issues };
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

function brokenJson(file: string): Issue {
  return issueOf(INTAKE_ISSUES.brokenJson, 'It is not JSON.', { file });
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\u{FEFF}/u, ''));
  } catch {
    return undefined;
  }
}
