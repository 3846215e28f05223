import type { ViewDescription } from './view.ts';
import { compareReleases, releaseMeant } from '../../text/index.ts';
import {
  isCleared,
  isLoadedReport,
  strictness,
  errorOf,
  type FoeprintError,
  type MarkingLevel,
  type Source,
} from '../../facts/index.ts';
import { KNOWLEDGE_ISSUES } from '../issues.ts';
import type { Selection } from '../knowledge-base.ts';

/**
 * What a selection names among the sources that there are. Of clearances that hold back the same all are one, so that what was
 * made for one is there for the others.
 *
 * @throws FoeprintError K201 or K202 where there is no such release or series
 */
export function describeView(sources: readonly Source[], asked: Selection): ViewDescription {
  const { clearance: wanted, ...rest } = asked;
  const inView = sourcesInView(sources, asked);
  const cleared = inView.filter(({ level }) => isCleared(level, wanted));
  const heldBack = inView.filter(({ level }) => !isCleared(level, wanted));
  const clearance = effectiveClearance(inView, wanted);
  const selection = clearance === undefined ? rest : { ...rest, clearance };
  return { key: viewKey(cleared, selection, heldBack), selection, sources: cleared, heldBack };
}

/**
 * The clearance that matters to these sources: of those that hold back the same, always the same one; undefined where nothing
 * is held back.
 */
function effectiveClearance(
  sources: readonly Source[],
  clearance: MarkingLevel | undefined,
): MarkingLevel | undefined {
  const borne = levelsOf(sources);
  if (borne.every((level) => isCleared(level, clearance))) return undefined;
  const within = borne.filter((level) => isCleared(level, clearance));
  return within.at(-1) ?? 'clear';
}

/** Levels that sources or their objects are marked with, each once, from the freest. */
export function levelsOf(sources: readonly Source[]): readonly MarkingLevel[] {
  const borne = new Set(
    sources.flatMap(({ level, levels = [] }) => (level === undefined ? levels : [level, ...levels])),
  );
  return [...borne].toSorted((one, other) => strictness(one) - strictness(other));
}

/**
 * The sources that a selection takes in, in order of loading: of every series one release, and everything that belongs to no series;
 * the fictional sample only where no ATT&CK is taken in.
 *
 * @throws FoeprintError K201 or K202 where there are sources of series, but none has the release or series asked for
 */
export function sourcesInView(loaded: readonly Source[], selection: Selection): readonly Source[] {
  refuseUnknownSeries(loaded, selection);
  const sources = loaded.filter(({ id }) => selection.without?.includes(id) !== true);
  const release = selection.release === undefined ? undefined : releaseToChoose(sources, selection.release);
  const chosen = new Map<string, Source>();
  for (const source of sources) {
    if (source.series === undefined || selection.series?.includes(source.series) === false) continue;
    const rival = chosen.get(source.series);
    if (rival === undefined || isPreferred(source, rival, release)) chosen.set(source.series, source);
  }
  // The sample shows what the product does where there is nothing else; beside the real thing its groups would stand among ours.
  if ([...chosen.values()].some(({ kind, series }) => kind === 'attack' && series !== SAMPLE_SERIES))
    chosen.delete(SAMPLE_SERIES);
  return sources.filter((source) =>
    source.series === undefined ? selection.seriesOnly !== true : chosen.get(source.series) === source,
  );
}

/** Id of the collection that the fictional sample is, in every release of it. */
const SAMPLE_SERIES = 'x-mitre-collection--e37356c3-11bb-5cad-a1d3-27ed67704040';

function refuseUnknownSeries(sources: readonly Source[], { series }: Selection): void {
  const known = new Set(sources.map((source) => source.series));
  for (const name of series ?? [])
    if (!known.has(name))
      throw errorOf(
        KNOWLEDGE_ISSUES.unknownSeries,
        `Series ${name} is not loaded; loaded: ${listed(known)}.`,
      );
}

/**
 * The release of ATT&CK that is loaded and that a text names: `18` is the newest 18.x.
 *
 * @throws FoeprintError K201 where there is none
 */
export function releaseLoaded(sources: readonly Source[], text: string): string {
  const release = releaseMeant(text, releasesLoaded(sources));
  if (release !== undefined) return release;
  throw unknownRelease(sources, text);
}

/** The same, or one of several versions of something else. */
function releaseToChoose(sources: readonly Source[], text: string): string {
  const isOther = releaseMeant(text, releasesLoaded(sources)) === undefined && isVersion(sources, text);
  return isOther ? text : releaseLoaded(sources, text);
}

function isVersion(sources: readonly Source[], release: string): boolean {
  return sources.some(
    (source) =>
      source.release === release &&
      (!countsVersions(source) ||
        sources.some(({ series, release: other }) => series === source.series && other !== release)),
  );
}

/** The refusal of a release that is not there to choose, with those that are. */
export function unknownRelease(sources: readonly Source[], release: string): FoeprintError {
  const loaded = releasesLoaded(sources);
  const message = `Release ${release} is not loaded; loaded: ${loaded.length === 0 ? 'none' : loaded.join(', ')}.`;
  const isOne = /^v?\d+(?:\.\d+)?$/iu.test(release);
  const hint = isOne
    ? `Load it with \`foeprint sync --release ${release}\`, or ask for a loaded one.`
    : undefined;
  return errorOf(KNOWLEDGE_ISSUES.unknownRelease, message, undefined, hint);
}

/**
 * The releases that people mean by the word, oldest first: ATT&CK's, or where none is loaded those of other collections. Clusters of
 * MISP galaxy, cases and reports count their versions too, and asked for one of those everything else stays as it is.
 */
export function releasesLoaded(sources: readonly Source[]): readonly string[] {
  const attack = sources.filter(({ kind }) => kind === 'attack');
  const meant = attack.length > 0 ? attack : sources.filter((each) => !countsVersions(each));
  return [...new Set(meant.flatMap(({ release }) => release ?? []))].toSorted(compareReleases);
}

function countsVersions(source: Source): boolean {
  return COUNTS_VERSIONS.has(source.kind) || isLoadedReport(source);
}

const COUNTS_VERSIONS: ReadonlySet<Source['kind']> = new Set(['galaxy', 'incident', 'analyst']);

function listed(names: ReadonlySet<string | undefined>): string {
  const known = [...names].filter((name) => name !== undefined);
  return known.length === 0 ? 'none' : known.toSorted(compareReleases).join(', ');
}

/**
 * Whether a source takes the place of another of its series: the release asked for, else one that is whole, else the newest, else
 * the one loaded last. A release of ATT&CK keeps nearly all of the one before, so what has far fewer objects is only a part of one,
 * whatever release it claims to be.
 */
function isPreferred(source: Source, rival: Source, wanted: string | undefined): boolean {
  const isWanted = source.release === wanted && wanted !== undefined;
  const rivalIsWanted = rival.release === wanted && wanted !== undefined;
  if (isWanted !== rivalIsWanted) return isWanted;
  if (isPartBeside(source, rival)) return false;
  if (isPartBeside(rival, source)) return true;
  return compareReleases(source.release ?? '', rival.release ?? '') >= 0;
}

/** Whether a source claims to be newer than another of which it has not even half the objects. */
function isPartBeside(source: Source, other: Source): boolean {
  return (
    source.kind === 'attack' &&
    source.objects * 2 < other.objects &&
    compareReleases(source.release ?? '', other.release ?? '') >= 0
  );
}

/** Names what a view holds: the bytes of its sources and what was selected of them. */
function viewKey(sources: readonly Source[], selection: Selection, heldBack: readonly Source[]): string {
  const digests = sources.map(({ id, sha256 }) => `${id}=${sha256.slice(0, 16)}`);
  // Those held back count: how many objects are left out is part of the answers.
  const without = heldBack.map(({ id, sha256 }) => `-${id}=${sha256.slice(0, 16)}`);
  const cleared = selection.clearance === undefined ? [] : [`tlp:${selection.clearance}`, ...without];
  return [selection.withdrawn === true ? 'with-withdrawn' : 'live', ...cleared, ...digests].join(' ');
}
