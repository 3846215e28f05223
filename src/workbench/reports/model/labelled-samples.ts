import type { Knowledge } from '../../../desk/index.ts';
import type { ModelSample } from '../../../reading/index.ts';
import type { KeptReport, LabelledSentence, ReportDecision } from '../../../threat/index.ts';
import { attackNumber, reportLabel } from '../../../threat/index.ts';
import { techniqueLabels } from '../technique-ids.ts';

/** What a labelled sentence counts beside a procedure; one that states nothing may still state what nobody asked about. */
const WEIGHT = { states: 1, statesNone: 0.5 };

/** What a model learns from labelled sentences: their techniques as they are called in view. */
export function labelledSamples(
  desk: Pick<Knowledge['view'], 'base' | 'view'>,
  sentences: readonly LabelledSentence[],
): readonly ModelSample[] {
  const inView = techniqueLabels(desk);
  return sentences.flatMap(({ text, techniques, doc }): readonly ModelSample[] => {
    const from = `labelled:${doc}`;
    const live = [...new Set(techniques.flatMap(inView))];
    if (techniques.length === 0) return [{ text, technique: '', weight: WEIGHT.statesNone, from }];
    return live.map((technique) => ({ text, technique, weight: WEIGHT.states / live.length, from }));
  });
}

/** What reviewers decided, as labelled sentences: what is accepted, or what it was changed to, is stated by the sentence that speaks most for it; what is rejected by none of its. */
export function sentencesDecided(reports: readonly KeptReport[]): readonly LabelledSentence[] {
  return reports.flatMap(({ id, decisions }) => {
    const last = new Map(decisions.map((decision) => [decision.suggestion, decision]));
    const stated = new Map<string, Set<string>>();
    for (const decision of last.values()) {
      const technique = techniqueDecided(decision);
      const [first] = decision.sentences;
      if (technique === undefined || first === undefined) continue;
      const known = stated.get(first) ?? new Set();
      if (decision.verdict !== 'reject') known.add(technique);
      stated.set(first, known);
    }
    return [...stated].map(([text, techniques]) => ({
      text,
      techniques: [...techniques],
      doc: reportLabel(id),
    }));
  });
}

/** The technique that a decision is on; undefined for one on something else. */
function techniqueDecided({ suggestion, object }: ReportDecision): string | undefined {
  const [relation = '', , ...named] = suggestion.split('/');
  const technique = attackNumber('attack-pattern', object ?? named.join('/'));
  return relation === 'uses' && technique !== '' ? technique : undefined;
}
