import type { Envelope } from '../answers/index.ts';
import { documentText, type TextOptions } from '../render/index.ts';
import { documentOf, sayLeftOut, type UseCase } from '../workbench/index.ts';

/** An answer as its use case writes it on a terminal or in a text file; undefined where its document does that. */
export function ownText(useCase: UseCase, envelope: Envelope, options: TextOptions): string | undefined {
  const text = useCase.plainText?.(envelope.answer, envelope, options);
  if (text === undefined) return undefined;
  const before = [envelope.markings.level, sayLeftOut(envelope.markings), ...envelope.notes];
  return [...before.filter((part) => part !== undefined), text].join('\n\n');
}

/** An answer as a text file. */
export function answerText(useCase: UseCase, envelope: Envelope): string {
  return ownText(useCase, envelope, {}) ?? documentText(documentOf(useCase, envelope));
}
