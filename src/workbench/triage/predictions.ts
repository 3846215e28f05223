import {
  lastChangeIn,
  loadedTarget,
  rankCandidates,
  triageProfilesOf,
  type Hidden,
  type TriageProfiles,
} from '../../analysis/index.ts';
import { errorOf, hasType, type Source } from '../../facts/index.ts';
import { defined } from '../../text/index.ts';
import type { KnowledgeBase, KnowledgeView } from '../../knowledge/index.ts';
import { DOMAINS, typesOf, type SeenIncident } from '../../threat/index.ts';
import { WORKBENCH_ISSUES } from '../issues.ts';
import { releaseTarget } from '../releases/migrate.ts';
import { carriedTechnique } from './carried-technique.ts';
import { profilesIn } from './profiles-in.ts';

/** The ranking for one incident, to be scored from outside. */
export interface Prediction {
  readonly id: string;
  /** All live groups, the likeliest first. */
  readonly ranked: readonly { readonly group: string; readonly p: number }[];
  readonly p_none: number;
  /** What was not as asked; absent where there is nothing to say. */
  readonly notes?: readonly string[];
}

/** Ranks groups for incidents, each from one release alone. What it opens, it keeps: incidents come in thousands. */
export interface Predictor {
  /**
   * @param hidden what is not to be used, beside what the incident says
   * @throws FoeprintError W613 where the release is not loaded
   */
  predict(incident: SeenIncident, hidden: Pick<SeenIncident, 'hidden' | 'hiddenCitations'>): Prediction;
}

/** Digits kept of a probability: more would only be noise of the last bit. */
const DIGITS = 6;

/** @param withSoftware whether software that was seen counts, too */
export function predictorOver(base: KnowledgeBase, withSoftware: boolean): Predictor {
  const opened = new Map<string, OpenedRelease>();
  return {
    predict(incident, hidden) {
      const key = `${incident.series ?? ''} ${incident.release ?? ''}`;
      const release = opened.get(key) ?? openRelease(base, incident);
      opened.set(key, release);
      const { view, profiles, labels, day } = release;
      const techniques = incident.techniques.map((id) => ({ id, terms: release.techniquesFor(id) }));
      const unknown = techniques.filter(({ terms }) => terms.length === 0).map(({ id }) => id);
      const [own, beside] = [hiddenBy(incident), hiddenBy(hidden)];
      const { candidates, pNone } = rankCandidates(
        isNothing(own) && isNothing(beside) ? profiles : triageProfilesOf(profiles.index, own, beside),
        {
          techniques: techniques.flatMap(({ terms }) => terms),
          software: withSoftware ? incident.software.flatMap((name) => softwareIn(view, name)) : [],
          isPast: incident.date !== undefined && day !== undefined && incident.date < day,
        },
      );
      return {
        id: incident.id,
        ranked: candidates.map(({ group, p }) => ({
          group: labels.get(group) ?? '',
          p: Number(p.toFixed(DIGITS)),
        })),
        p_none: pNone,
        ...(unknown.length === 0 ? {} : { notes: [`not in this release: ${unknown.join(', ')}`] }),
      };
    },
  };
}

function hiddenBy(lists: Pick<SeenIncident, 'hidden' | 'hiddenCitations'>): Required<Hidden> {
  return { relationships: lists.hidden, documents: lists.hiddenCitations };
}

function isNothing({ relationships, documents }: Required<Hidden>): boolean {
  return relationships.length + documents.length === 0;
}

interface OpenedRelease {
  readonly view: KnowledgeView;
  readonly profiles: TriageProfiles;
  /** Labels of the groups, or their STIX ids where they have none. */
  readonly labels: ReadonlyMap<number, string>;
  /** Terms of the techniques that a technique id of any release is here. */
  readonly techniquesFor: (id: string) => readonly number[];
  /** When the release was last changed. */
  readonly day: string | undefined;
}

/** A release alone: nothing that another source or release reports stands in its profiles. */
function openRelease(base: KnowledgeBase, { id, release, series }: SeenIncident): OpenedRelease {
  const loaded = sourcesMeant(base.sources(), release, series);
  if (loaded.length === 0)
    throw errorOf(
      WORKBENCH_ISSUES.releaseNotLoaded,
      `“${id}” asks for ${[series ?? 'ATT&CK', release].filter(Boolean).join(' ')}, which is not loaded.`,
    );
  const seriesLoaded = loaded
    .toSorted((one, other) => Number(other.kind === 'attack') - Number(one.kind === 'attack'))
    .flatMap((source) => source.series ?? []);
  const chosen = seriesLoaded.find((name) => name === DOMAINS[0].id) ?? seriesLoaded[0];
  const view = base.view(
    chosen === undefined ? {} : { ...defined({ release }), series: [chosen], seriesOnly: true },
  );
  const { catalogue } = view;
  const profiles = profilesIn(view);
  const name = view.sources[0]?.release ?? release ?? '';
  const target = chosen === undefined ? loadedTarget(view, view, name) : releaseTarget(base, name);
  const terms = new Map(profiles.index.techniques.map((term) => [catalogue.label(term), term]));
  const carried = new Map<string, readonly number[]>();
  return {
    view,
    profiles,
    labels: new Map(profiles.index.groups.map((term) => [term, catalogue.label(term) || catalogue.id(term)])),
    techniquesFor(given) {
      const known =
        carried.get(given) ?? carriedTechnique(target, given).to.flatMap((each) => terms.get(each) ?? []);
      carried.set(given, known);
      return known;
    },
    day: lastChangeIn(view),
  };
}

/** Sources of the release; where it is of no series, as when somebody cut it down, the only source loaded if it is called so. */
function sourcesMeant(
  sources: readonly Source[],
  release: string | undefined,
  series: string | undefined,
): readonly Source[] {
  const meant = sources.filter(
    (source) => (release ?? source.release) === source.release && (series ?? source.series) === source.series,
  );
  const [only] = sources;
  const isOnly =
    sources.length === 1 && only?.series === undefined && only?.name.includes(release ?? '') === true;
  return meant.length === 0 && isOnly ? sources : meant;
}

/** Terms of the live software that a name or id means: what was replaced, by its successor. */
function softwareIn({ catalogue }: KnowledgeView, name: string): readonly number[] {
  const found = [...catalogue.find(name.trim()), ...catalogue.named(name)];
  return found.flatMap((term) => {
    if (!hasType(catalogue, term, typesOf('software'))) return [];
    return catalogue.isWithdrawn(term) ? (catalogue.successor(term) ?? []) : [term];
  });
}
