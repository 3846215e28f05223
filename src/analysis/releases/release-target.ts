import { eachReported, hasType } from '../../facts/index.ts';
import { tacticNameOf } from '../matrix.ts';
import { domainsOf, markedDescriptionOf } from '../../stix/index.ts';
import { compareText, keptFor, addTo } from '../../text/index.ts';
import type { KnowledgeView } from '../../knowledge/index.ts';
import {
  CROSSWALK_19,
  DOMAINS,
  NEW_IN_19,
  TACTICS_SPLIT_19,
  domainTitle,
  mayNumber,
  platformNamed,
  tacticsIn19,
  typesOf,
  type Domain,
  parentNumber,
} from '../../threat/index.ts';
import { platformsIn } from './platforms-in.ts';
import type { ReleaseTarget, Resolution } from './resolution.ts';
import { tacticsByTechnique } from './tactic-moves.ts';

/**
 * A loaded release as the target. Ids are followed through the revocations that the newest release knows, and from there to the
 * same object in the target; ids that came after the target, back to what they replaced.
 *
 * @param newest the newest release loaded
 * @param target the release to carry to; may be the same view
 * @param others the other releases that are loaded
 */
export function loadedTarget(
  newest: KnowledgeView,
  target: KnowledgeView,
  release: string,
  others: OtherReleases = NO_OTHERS,
): ReleaseTarget {
  const there = techniquesOf(target);
  const now = newest === target ? there : techniquesOf(newest);
  const predecessors = predecessorsIn(newest, there);
  const tactics = tacticNames(target);
  const became = new Map<string, readonly string[] | undefined>();
  const place = (resolution: Resolution): Resolution => {
    const id = resolution.to;
    const term = id === undefined ? undefined : now.live.get(id);
    if (id === undefined || term === undefined) return resolution;
    const same = there.byStixId.get(newest.catalogue.id(term));
    if (same !== undefined) return { ...resolution, to: same };
    return backTo(resolution.from, predecessors.get(id) ?? [], release, there);
  };
  return {
    release,
    domains: domainsIn(target, release),
    resolve(id) {
      if (there.live.has(id)) return unchanged(id);
      const forward = followed(newest, now, id);
      return forward.to === undefined && NEW_IN_19.has(id)
        ? backTo(id, beforeCrosswalk(id), release, there)
        : place(forward);
    },
    tacticsOf: (technique) => there.tactics(technique),
    tacticsFor(tactic) {
      if (tactics.has(tactic)) return undefined;
      // Every cell of a layer asks.
      if (!became.has(tactic)) became.set(tactic, formerTactic(tactic, target, others));
      return became.get(tactic);
    },
    ...platformsKnown(target, others),
  };
}

/**
 * ATT&CK 19 as the target where it is not loaded: through the newest release loaded, then by our table. Only Enterprise changed ids that
 * the table knows; what else is carried is marked as assumed.
 */
export function crosswalkTarget(
  newest: KnowledgeView,
  release: string,
  others: OtherReleases = NO_OTHERS,
): ReleaseTarget {
  const now = techniquesOf(newest);
  return {
    release,
    domains: domainsIn(newest),
    resolve(id) {
      if (NEW_IN_19.has(id)) return unchanged(id);
      const forward = now.live.has(id) ? unchanged(id) : followed(newest, now, id);
      return forward.to === undefined ? forward : stepped(newest, now, forward, forward.to);
    },
    tacticsOf: (technique) => tacticsIn19(technique) ?? now.tactics(technique),
    tacticsFor: (tactic) => TACTICS_SPLIT_19.get(tactic),
    ...platformsKnown(newest, others),
  };
}

/** Tactics of Enterprise that some releases do not have, with what they were or became. */
const OTHER_TACTICS: ReadonlyMap<string, readonly string[]> = new Map([
  ...TACTICS_SPLIT_19,
  ...[...TACTICS_SPLIT_19].flatMap(([former, parts]) => parts.map((part) => [part, [former]] as const)),
]);

/** What a tactic that the target does not have is there, by our table or else by the newest release that has it. */
function formerTactic(
  tactic: string,
  target: KnowledgeView,
  others: OtherReleases,
): readonly string[] | undefined {
  const tactics = tacticNames(target);
  const known = OTHER_TACTICS.get(tactic)?.filter((part) => tactics.has(part)) ?? [];
  if (known.length > 0) return known;
  for (const view of others.all()) {
    const became = tacticsThatBecame(tactic, view, target);
    if (became !== undefined) return became;
  }
  return OTHER_TACTICS.get(tactic);
}

/** Releases that are loaded, whatever the target is. */
export interface OtherReleases {
  /** The view of one, by what layers call it: `14` is the newest 14. */
  of(release: string): KnowledgeView | undefined;
  /** Views of all, the newest first. */
  all(): readonly KnowledgeView[];
}

const NO_OTHERS: OtherReleases = { of: () => undefined, all: () => [] };

function platformsKnown(
  target: KnowledgeView,
  others: OtherReleases,
): Pick<ReleaseTarget, 'platformsOf' | 'platformsBefore'> {
  const platformsOf = (domain: Domain): readonly string[] => platformsIn(target, domain);
  return {
    platformsOf,
    platformsBefore(domain, release) {
      if (release === undefined) return undefined;
      const view = others.of(release);
      const had = view === undefined ? [] : platformsIn(view, domain);
      const major = Number.parseInt(release, 10);
      if (had.length === 0)
        return platformsOf(domain).filter((name) => (platformNamed(name)?.since ?? Infinity) <= major);
      const names = new Set(had.map((name) => platformNamed(name)?.name ?? name));
      return platformsOf(domain).filter((name) => names.has(platformNamed(name)?.name ?? name));
    },
  };
}

function unchanged(id: string): Resolution {
  return { from: id, to: id, standing: 'unchanged', reason: 'the same', candidates: [] };
}

/** The techniques of a view, by what they are called. */
interface Techniques {
  /** Live ones, by ATT&CK id. */
  readonly live: ReadonlyMap<string, number>;
  /** ATT&CK ids of live ones, by STIX id. */
  readonly byStixId: ReadonlyMap<string, string>;
  readonly tactics: (technique: string) => readonly string[];
}

const techniquesOf = keptFor((view: KnowledgeView): Techniques => {
  const { catalogue } = view;
  const terms = catalogue.ofType(typesOf('technique'));
  const live = new Map(terms.map((term) => [catalogue.label(term), term]));
  const served = servedTactics(view);
  return {
    live,
    byStixId: new Map(terms.map((term) => [catalogue.id(term), catalogue.label(term)])),
    tactics: (technique) => served.get(live.get(technique) ?? -1) ?? [],
  };
});

function servedTactics(view: KnowledgeView): ReadonlyMap<number, readonly string[]> {
  const names = new Map<number, string>();
  const served = new Map<number, string[]>();
  eachReported(view.facts, 'in-tactic', (technique, tactic) => {
    const name = names.get(tactic) ?? tacticNameOf(view, tactic);
    names.set(tactic, name);
    addTo(served, technique, name);
  });
  return served;
}

const tacticNames = keptFor(
  (view: KnowledgeView): ReadonlySet<string> =>
    new Set(view.catalogue.ofType(typesOf('tactic')).map((term) => tacticNameOf(view, term))),
);

/**
 * What a tactic of another release is in the target: the same object under another name, and the tactics that the other release does not
 * have and that its techniques serve now.
 *
 * @returns undefined where the other release does not have it either
 */
function tacticsThatBecame(
  tactic: string,
  other: KnowledgeView,
  target: KnowledgeView,
): readonly string[] | undefined {
  const former = other.catalogue
    .ofType(typesOf('tactic'))
    .find((term) => tacticNameOf(other, term) === tactic);
  if (former === undefined) return undefined;
  const had = tacticNames(other);
  const id = other.catalogue.id(former);
  const [now, before] = [tacticsByTechnique(target), tacticsByTechnique(other)];
  const moved = new Set(
    [...before].flatMap(([technique, served]) => (served.has(id) ? [...(now.get(technique) ?? [])] : [])),
  );
  return target.catalogue
    .ofType(typesOf('tactic'))
    .filter((term) => {
      const stixId = target.catalogue.id(term);
      return stixId === id || (moved.has(stixId) && !had.has(tacticNameOf(target, term)));
    })
    .map((term) => tacticNameOf(target, term));
}

/** Follows an id that is not live: through its revocation, or else to what its text says to use. */
function followed(newest: KnowledgeView, now: Techniques, id: string): Resolution {
  const { catalogue } = newest;
  if (now.live.has(id)) return unchanged(id);
  const terms = catalogue.find(id).filter((term) => hasType(catalogue, term, typesOf('technique')));
  if (terms.length === 0) return unknown(newest, id);
  const successors = new Set(
    terms
      .flatMap((term) => catalogue.successor(term) ?? [])
      .filter((term) => !catalogue.isWithdrawn(term))
      .map((term) => catalogue.label(term)),
  );
  if (successors.size > 0) return among(id, [...successors], 'resolved', 'revoked in favour of it', now);
  const named = terms.flatMap((term) => namedInstead(newest, term)).filter((label) => now.live.has(label));
  const how = terms.some((term) => catalogue.entry(term).withdrawn === 'deprecated')
    ? 'deprecated'
    : 'revoked';
  return named.length === 0
    ? dropped(id, `${how} without a successor`)
    : among(id, [...new Set(named)], 'assumed', `${how}; its description says to use it`, now);
}

/** The one candidate; of several that stand under one technique, that technique; else none. */
function among(
  from: string,
  candidates: readonly string[],
  standing: 'resolved' | 'assumed',
  reason: string,
  known: Pick<Techniques, 'live'>,
): Resolution {
  const [first, ...others] = candidates.toSorted(compareText);
  if (first === undefined) return dropped(from, reason);
  if (others.length === 0) return { from, to: first, standing, reason, candidates: [] };
  const sorted = [first, ...others];
  const parent = parentNumber(first);
  const isOver = known.live.has(parent) && sorted.every((id) => parentNumber(id) === parent);
  return isOver
    ? {
        from,
        to: parent,
        standing: 'assumed',
        reason: 'stands over all that it could be',
        candidates: sorted,
      }
    : { from, standing: 'ambiguous', reason, candidates: sorted };
}

function dropped(from: string, reason: string): Resolution {
  return { from, standing: 'dropped', reason, candidates: [] };
}

/** Domains of which a view has this release; without one, whatever it has of them. */
function domainsIn({ sources }: KnowledgeView, release?: string): ReadonlySet<Domain> {
  const there = new Set(
    sources.flatMap((source) =>
      release === undefined || source.release === release ? (source.series ?? []) : [],
    ),
  );
  return new Set(DOMAINS.map(({ id }) => id).filter((id) => there.has(id)));
}

/** An id that is in nothing loaded: it may be of a domain or of a release that is not loaded, or a slip. */
function unknown(newest: KnowledgeView, id: string): Resolution {
  const loaded = domainsIn(newest);
  const missing = DOMAINS.filter((domain) => !loaded.has(domain.id) && mayNumber(domain.id, id));
  const advice = missing.map(
    ({ id: domain }) => `${domainTitle(domain)} ATT&CK is not loaded (foeprint sync ${domain})`,
  );
  return {
    from: id,
    standing: 'unknown',
    reason: ['no loaded release has it', ...advice].join('; '),
    candidates: [],
  };
}

/** Ids linked in the sentences in which a deprecated technique says what to use instead. */
function namedInstead(view: KnowledgeView, term: number): readonly string[] {
  const { stored } = view.catalogue.entry(term);
  const description = stored === undefined ? '' : markedDescriptionOf(view.object(stored).raw);
  const [, instead = ''] = /\bdeprecated\b[^\n]*?\buse\b([^\n]*)/iu.exec(description) ?? [];
  return [...instead.matchAll(/techniques\/(T\d{4})(?:\/(\d{3}))?/gu)].map(([, id = '', part]) =>
    part === undefined ? id : `${id}.${part}`,
  );
}

/** For each id that is live now, the ids of the target that were revoked in its favour. */
function predecessorsIn(
  { catalogue }: KnowledgeView,
  there: Techniques,
): ReadonlyMap<string, readonly string[]> {
  const predecessors = new Map<string, string[]>();
  for (const [stixId, label] of there.byStixId) {
    const term = catalogue.termOf(stixId);
    const successor = term === undefined ? undefined : catalogue.successor(term);
    if (successor === undefined) continue;
    addTo(predecessors, catalogue.label(successor), label);
  }
  return predecessors;
}

function backTo(from: string, candidates: readonly string[], release: string, there: Techniques): Resolution {
  const known = candidates.filter((id) => there.live.has(id));
  return known.length === 0
    ? dropped(from, `came after ${release}, for nothing that it has`)
    : among(from, known, 'resolved', `came after ${release}, in place of it`, there);
}

/** Ids of 18.1 that became this one of 19.1; where none did, those that may have in part. */
function beforeCrosswalk(id: string): readonly string[] {
  const became = CROSSWALK_19.filter(({ to }) => to === id);
  const may = CROSSWALK_19.filter(({ alternatives }) => alternatives.includes(id));
  return (became.length > 0 ? became : may).map(({ from }) => from);
}

/** Takes the step from 18.1 to 19.1 after whatever came before it. */
function stepped(newest: KnowledgeView, now: Techniques, before: Resolution, id: string): Resolution {
  const step = CROSSWALK_19.find(({ from }) => from === id);
  if (step === undefined) return isEnterprise(newest, now, id) ? before : beyond(before);
  const { to, confidence, alternatives } = step;
  const reason = confidence === 'confirmed' ? `${id} became it in 19` : `${id} became it in 19, by its name`;
  if (alternatives.length > 0)
    return {
      ...before,
      to,
      standing: 'ambiguous',
      reason: `${reason}, at least in part`,
      candidates: [to, ...alternatives],
    };
  const isSure = confidence === 'confirmed' && before.standing !== 'assumed';
  return { ...before, to, standing: isSure ? 'resolved' : 'assumed', reason };
}

function beyond(before: Resolution): Resolution {
  return { ...before, standing: 'assumed', reason: 'what 19 changed outside Enterprise is not known' };
}

function isEnterprise(newest: KnowledgeView, now: Techniques, id: string): boolean {
  const { stored } = newest.catalogue.entry(now.live.get(id) ?? -1);
  const domains = stored === undefined ? undefined : domainsOf(newest.object(stored).raw);
  return domains === undefined || domains.includes('enterprise-attack');
}
