import type { LearningScore } from '../../../answers/index.ts';
import type { Knowledge } from '../../../desk/index.ts';
import { errorOf } from '../../../facts/index.ts';
import { techniquesOfSentence, type TechniqueModel } from '../../../reading/index.ts';
import { compareText } from '../../../text/index.ts';
import type { LabelledSentence } from '../../../threat/index.ts';
import { WORKBENCH_ISSUES } from '../../issues.ts';
import { labelledSamples } from './labelled-samples.ts';
import { techniqueLabels } from '../technique-ids.ts';
import { readerWith } from './technique-reader.ts';

/** What learning from labelled sentences comes to. */
export interface Learning {
  readonly docs: number;
  readonly tested: number;
  readonly before: LearningScore;
  readonly after: LearningScore;
  readonly isBetter: boolean;
}

function states({ techniques }: LabelledSentence): boolean {
  return techniques.length > 0;
}

/** Of three reports one is kept for the test. */
const FOLDS = 3;

/** How likely a technique is at least that counts as said of a sentence. */
const SAID = 0.2;

/**
 * Learns from labelled sentences of two thirds of the reports, and tests it on the others, beside a model without them.
 *
 * @throws FoeprintError W738 where there are too few to learn from and to test on
 */
export async function tryLearning(
  desk: Knowledge['view'],
  sentences: readonly LabelledSentence[],
): Promise<Learning> {
  const docs = [...new Set(sentences.map(({ doc }) => doc))].toSorted(compareText);
  const isTested = new Set(docs.filter((_, place) => place % FOLDS === FOLDS - 1));
  const held = sentences.filter(({ doc }) => isTested.has(doc));
  const learnt = sentences.filter(({ doc }) => !isTested.has(doc));
  if (!held.some(states) || !learnt.some(states))
    throw errorOf(
      WORKBENCH_ISSUES.tooFewLabels,
      `There are labelled sentences of ${docs.length} reports: at least ${FOLDS} with techniques are needed, some to learn from and some to test on.`,
    );
  const inView = techniqueLabels(desk);
  const gold = held.map(({ text, techniques }) => ({
    text,
    techniques: new Set(techniques.flatMap(inView)),
  }));
  const before = scoreOn((await readerWith(desk, [])).model, gold);
  const after = scoreOn((await readerWith(desk, labelledSamples(desk, learnt))).model, gold);
  return { docs: docs.length, tested: held.length, before, after, isBetter: after.f1 >= before.f1 };
}

/** Learns from all of them, so that nobody waits for it later. */
export async function useLabelled(
  desk: Knowledge['view'],
  sentences: readonly LabelledSentence[],
): Promise<void> {
  await readerWith(desk, labelledSamples(desk, sentences));
}

interface Gold {
  readonly text: string;
  readonly techniques: ReadonlySet<string>;
}

function scoreOn({ read }: TechniqueModel, sentences: readonly Gold[]): LearningScore {
  const counted = { first: 0, firstThree: 0, stating: 0, right: 0, said: 0, stated: 0 };
  for (const { text, techniques } of sentences) {
    const ranked = techniquesOfSentence({ model: read(text), ids: [], names: [] });
    const said = ranked.filter(({ probability }) => probability >= SAID);
    counted.said += said.length;
    counted.stated += techniques.size;
    counted.right += said.filter(({ technique }) => techniques.has(technique)).length;
    if (techniques.size === 0) continue;
    counted.stating += 1;
    if (techniques.has(ranked[0]?.technique ?? '')) counted.first += 1;
    if (ranked.slice(0, 3).some(({ technique }) => techniques.has(technique))) counted.firstThree += 1;
  }
  const { first, firstThree, stating, right, said, stated } = counted;
  return {
    first: first / Math.max(1, stating),
    firstThree: firstThree / Math.max(1, stating),
    f1: (2 * right) / Math.max(1, said + stated),
  };
}
