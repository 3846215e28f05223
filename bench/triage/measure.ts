import { loadedTarget, triageProfilesOf, type TriageProfiles } from '../../src/analysis/index.ts';
import { carriedTechnique } from '../../src/workbench/triage/carried-technique.ts';
import type { Incident } from './incidents.ts';
import type { Method } from './methods.ts';
import type { Place } from './place.ts';
import type { Release } from './release.ts';

/** Where the right group of each incident stands, by each method. */
export function placesBy(
  methods: readonly Method[],
  incidents: readonly Incident[],
  releases: ReadonlyMap<string, Release>,
  newest: Release,
): ReadonlyMap<Method, readonly Place[]> {
  const found = new Map(methods.map((method): [Method, Place[]] => [method, []]));
  const whole = new Map<Release, TriageProfiles>();
  let last: { readonly hidden: Incident['hidden']; readonly profiles: TriageProfiles } | undefined;
  const places = new Map<Release, ReturnType<typeof placeFinder>>();
  for (const { release: name, group, techniques, software, hidden } of incidents) {
    const release = releases.get(name);
    if (release === undefined || group === undefined) continue;
    const isWhole = hidden.relationships.length + hidden.documents.length === 0;
    // Draws of one incident hide the same.
    const known = isWhole ? whole.get(release) : last?.hidden === hidden ? last.profiles : undefined;
    const profiles = known ?? triageProfilesOf(release.index, hidden);
    if (isWhole) whole.set(release, profiles);
    else last = { hidden, profiles };
    const find = places.get(release) ?? placeFinder(release, newest);
    places.set(release, find);
    const seen = {
      techniques: [...new Set(techniques.flatMap(find))],
      software: software.map((id) => release.software.indexOf(id)).filter((place) => place !== -1),
    };
    const right = release.groups.indexOf(group);
    for (const [method, all] of found)
      all.push(
        placeIn(profiles, right, group, method.scores(profiles, seen), method.chances?.(profiles, seen)),
      );
  }
  return found;
}

/** Techniques of a release that an id of any is there. */
function placeFinder({ name, view, labels }: Release, newest: Release): (id: string) => readonly number[] {
  const target = loadedTarget(newest.view, view, name);
  const places = new Map(labels.map((label, place) => [label, place]));
  return (id) => carriedTechnique(target, id).to.flatMap((each) => places.get(each) ?? []);
}

/** Where the group at place `right` stands by these scores. */
export function placeIn(
  { sizes }: TriageProfiles,
  right: number,
  cluster: string,
  scores: readonly number[],
  chances: readonly number[] | undefined,
): Place {
  const isEmpty = (place: number): boolean => sizes[place] === 0;
  const compare = (one: number, other: number): number =>
    Number(isEmpty(one)) - Number(isEmpty(other)) || (scores[other] ?? 0) - (scores[one] ?? 0);
  const all = scores.map((_, place) => place);
  const order = all.map((place) => compare(place, right));
  const [best = 0] = all.toSorted(compare);
  return {
    cluster,
    before: order.filter((each) => each < 0).length,
    equal: order.filter((each) => each === 0).length,
    ...(chances === undefined ? {} : { first: { p: chances[best] ?? 0, isRight: best === right } }),
  };
}
