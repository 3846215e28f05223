import { eachReported, hasType, originsOf, type Source } from '../../../facts/index.ts';
import type { KnowledgeView } from '../../../knowledge/index.ts';
import { reportSentences, type ModelSample } from '../../../reading/index.ts';
import { descriptionOf } from '../../../stix/index.ts';
import { typesOf } from '../../../threat/index.ts';

/** Its procedures are enough to learn from: techniques of other domains are no answer to what reports on enterprises state. */
const ENTERPRISE = 'enterprise-attack';
const OTHER_DOMAINS: ReadonlySet<string> = new Set(['mobile-attack', 'ics-attack']);

/** What a model is learnt from: Enterprise ATT&CK where it is in view, else whatever describes procedures of its own domain. */
export function learntSources({ sources }: KnowledgeView): readonly Source[] {
  const enterprise = sources.filter(({ series }) => series === ENTERPRISE);
  return enterprise.length > 0 ? enterprise : sources.filter(({ series = '' }) => !OTHER_DOMAINS.has(series));
}

/** What describes groups, software, campaigns, mitigations and data states no technique, mostly. */
const STATES_NONE = (['group', 'software', 'campaign', 'mitigation', 'data-component'] as const).flatMap(
  (kind) => typesOf(kind),
);

/** How much such a sentence counts: some do state one. */
const NONE_WEIGHT = 0.5;

/** What a model learns of techniques: procedures, names and descriptions in {@link learntSources}, and what states none. */
export function modelSamples(view: KnowledgeView): readonly ModelSample[] {
  const ids = new Set(learntSources(view).map(({ id }) => id));
  const isLearnt = ({ sources }: Sourced): boolean => sources.some(({ id }) => ids.has(id));
  return [
    ...proceduresIn(view, isLearnt),
    ...describedTechniques(view, isLearnt),
    ...statesNone(view, isLearnt),
  ];
}

type Sourced = Pick<ReturnType<KnowledgeView['object']>, 'sources'>;
type IsLearnt = (object: Sourced) => boolean;

function proceduresIn(view: KnowledgeView, isLearnt: IsLearnt): readonly ModelSample[] {
  const { catalogue, facts } = view;
  const samples: ModelSample[] = [];
  eachReported(facts, 'uses', (_, technique, row) => {
    if (!hasType(catalogue, technique, typesOf('technique')) || catalogue.isWithdrawn(technique)) return;
    for (const stored of originsOf(facts, { relation: 'uses', row })) {
      const object = view.object(stored);
      const text = descriptionOf(object.raw);
      if (text !== '' && isLearnt(object))
        samples.push({ text, technique: catalogue.label(technique), weight: 1, from: object.id });
    }
  });
  return samples;
}

function describedTechniques(view: KnowledgeView, isLearnt: IsLearnt): readonly ModelSample[] {
  return described(view, typesOf('technique'), isLearnt).flatMap(({ label, name, description, from }) =>
    [name, ...sentencesIn(description)].map((text) => ({ text, technique: label, weight: 1, from })),
  );
}

function statesNone(view: KnowledgeView, isLearnt: IsLearnt): readonly ModelSample[] {
  return described(view, STATES_NONE, isLearnt).flatMap(({ description, from }) =>
    sentencesIn(description).map((text) => ({ text, technique: '', weight: NONE_WEIGHT, from })),
  );
}

function described(view: KnowledgeView, types: readonly string[], isLearnt: IsLearnt) {
  const { catalogue } = view;
  return catalogue.ofType(types).flatMap((term) => {
    const { stored, name } = catalogue.entry(term);
    if (stored === undefined || catalogue.isWithdrawn(term)) return [];
    const object = view.object(stored);
    return isLearnt(object)
      ? [{ label: catalogue.label(term), name, description: descriptionOf(object.raw), from: object.id }]
      : [];
  });
}

/** Shorter ones are remains of lists. */
const LEAST = 16;

function sentencesIn(description: string): readonly string[] {
  return reportSentences(description)
    .map(({ text }) => text)
    .filter(({ length }) => length >= LEAST);
}
