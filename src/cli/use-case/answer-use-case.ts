import type { Envelope } from '../../answers/index.ts';
import { ask, documentOf, sayLeftOut, type UseCase } from '../../workbench/index.ts';
import { EXIT, type ExitCode } from '../call/command.ts';
import { harmlessText } from '../terminal/harmless-text.ts';
import type { Call } from '../call/call.ts';
import { give, renderDocument } from '../terminal/present.ts';
import { askedInstead, besideOf } from './beside.ts';
import { formAsked } from './forms.ts';
import { questionOf } from './read-question.ts';

/** Asks a use case what the command line says, and gives the answer to its reader. */
export async function answerUseCase(useCase: UseCase, call: Call): Promise<ExitCode> {
  const instead = askedInstead(useCase, call.options);
  if (instead !== undefined) return await instead.answer(call);
  const question = await questionOf(useCase, call);
  const form = formAsked(useCase, call.options);
  const asked = (await form?.asks?.(useCase)) ?? useCase;
  const inFull = { ...useCase.inFull, ...question };
  const envelope = await ask(asked, form === undefined ? question : inFull, call.access);
  let exitCode: ExitCode | undefined;
  for (const row of besideOf(useCase))
    exitCode = (await row.happen?.({ useCase, envelope, inFull }, call)) ?? exitCode;
  if (form === undefined) await giveDocument(useCase, envelope, call);
  else {
    // Forms of other tools have no place for what is said beside the answer.
    for (const note of envelope.notes) call.terminal.remark(note);
    remarkMarking(envelope, call.terminal);
    const written = await form.write(useCase, envelope, call.options);
    await give(typeof written === 'string' ? harmlessText(written) : written, call);
  }
  return exitCode ?? (asked.isEmpty(envelope.answer) ? EXIT.nothing : EXIT.ok);
}

async function giveDocument(useCase: UseCase, envelope: Envelope, call: Call): Promise<void> {
  await give(
    await renderDocument(call, {
      data: () => envelope,
      document: () => documentOf(useCase, envelope),
      plainText: (options) => {
        const text = useCase.plainText?.(envelope.answer, envelope, options);
        const before = [envelope.markings.level, sayLeftOut(envelope.markings), ...envelope.notes];
        return text === undefined
          ? text
          : [...before.filter((part) => part !== undefined), text].join('\n\n');
      },
    }),
    call,
  );
}

/** What a form has no place for is said beside it. */
export function remarkMarking({ markings }: Pick<Envelope, 'markings'>, { remark }: Call['terminal']): void {
  const leftOut = sayLeftOut(markings);
  if (leftOut !== undefined) remark(leftOut);
  if (markings.level !== undefined) remark(`The answer is ${markings.level}.`);
}
