import type { EmulateAnswer, Envelope } from '../../answers/index.ts';
import { exerciseDocument } from '../../report/index.ts';
import { documentMarkdown } from '../../render/index.ts';
import { documentOf } from '../document-of.ts';
import type { AnswerFile } from '../use-case.ts';

/** A plan as files: for people, for Caldera, for what reads plans of CTID, and for Atomic Red Team. */
export async function planFiles(plan: EmulateAnswer, envelope: Envelope): Promise<readonly AnswerFile[]> {
  // Loaded when wanted: no other question has such files.
  const { atomicFiles, calderaFiles, ctidFiles } = await import('../../export/index.ts');
  const { licence } = plan.library;
  return [
    {
      path: 'exercise.md',
      text: documentMarkdown(documentOf({ document: exerciseDocument }, { ...envelope, answer: plan })),
    },
    {
      path: 'plan.json',
      text: `${JSON.stringify({ ...envelope, answer: plan }, undefined, 1)}\n`,
      form: 'json',
    },
    ...calderaFiles(plan),
    ...ctidFiles(plan),
    ...atomicFiles(plan),
    ...(licence === undefined ? [] : [{ path: 'LICENSE-tests.txt', text: `${licence}\n` }]),
  ];
}
