import { FEATURES, featuresOf } from '../../src/analysis/triage/features.ts';
import { triageProfilesOf } from '../../src/analysis/triage/profiles.ts';
import { fitConditionalLogit, type Choice } from './conditional-logit.ts';
import type { Incident } from './incidents.ts';
import type { Release } from './release.ts';

const OF_TECHNIQUES = FEATURES.filter((name) => name !== 'software');

/** Coefficients of the features: those of techniques where only techniques are seen, and with them as they are, that of software. */
export function trainedOn(
  release: Release,
  incidents: readonly Incident[],
): Readonly<Record<string, number>> {
  const features = incidents.flatMap((incident) => choiceFor(release, incident));
  const technical = features.map(({ rows, right }): Choice => ({
    right,
    candidates: rows.map((row) => OF_TECHNIQUES.map((name) => row[name])),
  }));
  const fitted = fitConditionalLogit(technical);
  const withSoftware = features.map(({ rows, right }, at): Choice => ({
    right,
    candidates: rows.map(({ software }) => [software]),
    offsets: (technical[at]?.candidates ?? []).map((row) =>
      row.reduce((sum, value, each) => sum + value * (fitted[each] ?? 0), 0),
    ),
  }));
  const [software = 0] = fitConditionalLogit(withSoftware);
  return { ...Object.fromEntries(OF_TECHNIQUES.map((name, at) => [name, fitted[at] ?? 0])), software };
}

/** Groups with a profile, if the right one is among them. */
function choiceFor({ index, groups, labels, software }: Release, incident: Incident) {
  const profiles = triageProfilesOf(index, incident.hidden);
  const read = featuresOf(profiles, {
    techniques: incident.techniques.map((id) => labels.indexOf(id)),
    software: incident.software.map((id) => software.indexOf(id)),
  });
  const filled = groups.flatMap((label, place) =>
    (profiles.sizes[place] ?? 0) > 0 ? [{ label, place }] : [],
  );
  const right = filled.findIndex(({ label }) => label === incident.group);
  return right === -1 ? [] : [{ right, rows: filled.map(({ place }) => read(place)) }];
}
