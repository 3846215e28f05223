import type { Analytic, DetectionsAnswer, DetectionsQuestion, Mention } from '../../answers/index.ts';
import { compareMentions, mention, platformFitOf, tacticsOf } from '../../analysis/index.ts';
import { objectsOf, reportedIn, type Desk, type Reading } from '../../desk/index.ts';
import { descriptionOf, logSourcesOf, tuningOf } from '../../stix/index.ts';
import { platformSpellings } from '../../threat/index.ts';
import { keptFor } from '../../text/index.ts';
import type { CoverageInView } from '../coverage/counted-coverage.ts';
import { platformMeant } from '../names/platform-meant.ts';
import { tacticsMeant } from '../names/tactics-meant.ts';
import { rawOf } from '../raw-of.ts';
import { sourcedFactsOf } from '../sourced-facts.ts';
import type { Answered } from '../use-case.ts';
import { defencesOf, narrowed, termIn } from './defences.ts';

/** What narrows a question about detections. */
export type DetectionsSearch = Partial<Pick<DetectionsQuestion, 'platforms' | 'tactics'>> & {
  readonly coverage?: CoverageInView | undefined;
};

/**
 * @param coverage what is covered whole is left out of what an adversary uses; of a technique that is asked about it is said
 * @throws FoeprintError W601–W603, W628 when the name does not lead to a technique or an adversary, W691 for a platform that there is
 *   not
 */
export function detectionsOf(
  desk: Desk,
  name: string,
  { platforms: asked = [], tactics = [], coverage }: DetectionsSearch = {},
): Answered<DetectionsAnswer> {
  const { catalogue } = desk.view;
  const platforms = asked.map(platformMeant);
  const { defences, notes, ...about } = defencesOf(desk, 'detection-strategy', name);
  const { fits } = platformFitOf(reportedIn(desk), platforms);
  const tacticFits = tacticFitOf(desk, tactics);
  const wanted = narrowed(defences, (each) => {
    const technique = termIn(catalogue, each);
    return fits(technique) && tacticFits(technique);
  });
  const isCovered = (each: Mention): boolean =>
    coverage?.techniques.get(termIn(catalogue, each))?.level === 1;
  const covered = new Map(
    wanted.flatMap(({ techniques }) => techniques.filter(isCovered)).map((each) => [each.id, each]),
  );
  const detections = (
    about.relation === 'against' ? wanted : narrowed(wanted, (each) => !isCovered(each))
  ).flatMap((each) => {
    const analytics = analyticsFor(desk, each.defence.id, platforms);
    return analytics.length === 0 && analyticsOf(desk, each.defence.id).length > 0
      ? []
      : [{ ...each, analytics }];
  });
  return {
    answer: { ...about, platforms, covered: [...covered.values()].toSorted(compareMentions), detections },
    notes: [
      ...notes,
      ...(defences.length > 0 && wanted.length === 0
        ? ['None of its techniques is of these tactics and works on these platforms.']
        : []),
    ],
  };
}

function tacticFitOf(desk: Desk, names: readonly string[]): (technique: number) => boolean {
  if (names.length === 0) return () => true;
  const wanted = new Set(names.flatMap((name) => tacticsMeant(desk.view, name)));
  const tactics = tacticsOf(sourcedFactsOf(desk));
  return (technique) => tactics.served(technique).some((tactic) => wanted.has(tactic));
}

/** How strategies are carried out, kept for a view: questions that feed analytics ask for those of many, kind by kind. */
const analyticsIn = keptFor((_view: Reading['view']) => new Map<number, readonly Analytic[]>());

/** How a detection strategy is carried out; none of anything else. */
export function analyticsOf(desk: Reading, strategy: string): readonly Analytic[] {
  const term = desk.view.catalogue.termOf(strategy);
  if (term === undefined) return [];
  const kept = analyticsIn(desk.view);
  const analytics =
    kept.get(term) ??
    objectsOf(reportedIn(desk), 'has-analytic', term)
      .map((analytic) => describeAnalytic(desk, analytic))
      .toSorted((left, right) => compareMentions(left.analytic, right.analytic));
  kept.set(term, analytics);
  return analytics;
}

/**
 * How a detection strategy is carried out on some platforms.
 *
 * @param platforms none: all
 */
export function analyticsFor(
  desk: Reading,
  strategy: string,
  platforms: readonly string[],
): readonly Analytic[] {
  const wanted = platformSpellings(platforms);
  return analyticsOf(desk, strategy).filter(
    (analytic) =>
      platforms.length === 0 ||
      analytic.platforms.length === 0 ||
      analytic.platforms.some((each) => wanted.has(each)),
  );
}

function describeAnalytic(desk: Reading, term: number): Analytic {
  const { catalogue } = desk.view;
  const raw = rawOf(desk.view, term);
  return {
    analytic: mention(catalogue, term),
    platforms: objectsOf(reportedIn(desk), 'on-platform', term).map((platform) => catalogue.name(platform)),
    description: descriptionOf(raw),
    logSources: logSourcesOf(raw).map((source) => ({
      ...source,
      component: componentName(desk, source.component),
    })),
    tuning: tuningOf(raw),
  };
}

function componentName(desk: Reading, id: string): string {
  const term = desk.view.catalogue.termOf(id);
  return term === undefined ? id : desk.view.catalogue.name(term);
}
