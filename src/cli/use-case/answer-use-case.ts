import type { Envelope } from '../../answers/index.ts';
import { harmlessText, ownText, type HowWritten } from '../../forms/index.ts';
import { count } from '../../text/index.ts';
import { ask, documentOf, filesOf, sayLeftOut, type UseCase } from '../../workbench/index.ts';
import { EXIT, type ExitCode } from '../call/command.ts';
import { isFolderAsked, outFile } from '../files/answer-file.ts';
import type { Call } from '../call/call.ts';
import { give, renderDocument } from '../terminal/present.ts';
import { askedInstead, besideOf } from './beside.ts';
import { formAsked } from './form-asked.ts';
import { questionOf } from './read-question.ts';

/** Asks a use case what the command line says, and gives the answer to its reader. */
export async function answerUseCase(useCase: UseCase, call: Call): Promise<ExitCode> {
  const instead = askedInstead(useCase, call.options);
  if (instead !== undefined) return await instead.answer(call);
  const question = await questionOf(useCase, call);
  const isFolder = useCase.files !== undefined && isFolderAsked(call.options);
  const form = isFolder ? undefined : formAsked(useCase, call.options);
  const asked = (await form?.asks?.(useCase)) ?? useCase;
  const inFull = { ...useCase.inFull, ...question };
  call.terminal.progress(`answering ${useCase.name}`);
  const envelope = await ask(asked, form === undefined && !isFolder ? question : inFull, call.access);
  const out = outFile(call.options);
  call.terminal.progress(out === undefined ? '' : `writing ${out}`);
  let exitCode: ExitCode | undefined;
  for (const row of besideOf(useCase))
    exitCode = (await row.happen?.({ useCase, envelope, inFull }, call)) ?? exitCode;
  if (isFolder) await giveFiles(useCase, envelope, call);
  else if (form === undefined) await giveDocument(useCase, envelope, call);
  else {
    // Forms of other tools have no place for what is said beside the answer.
    remarkBeside(envelope, call.terminal);
    const written = await form.write(useCase, envelope, howWritten(call));
    await give(typeof written === 'string' ? harmlessText(written) : written, call);
  }
  if (!asked.isEmpty(envelope.answer)) return exitCode ?? EXIT.ok;
  if (useCase.needsNothing !== true) await remarkIfNothingLoaded(call);
  return exitCode ?? EXIT.nothing;
}

async function remarkIfNothingLoaded({ home, base, terminal }: Call): Promise<void> {
  if ((await base()).sources().length === 0)
    terminal.remark(`Nothing is loaded in the home ${(await home()).paths.folder}`);
}

function howWritten({ options, terminal }: Call): HowWritten {
  return { options, remark: terminal.remark };
}

async function giveDocument(useCase: UseCase, envelope: Envelope, call: Call): Promise<void> {
  await give(
    await renderDocument(call, {
      data: () => envelope,
      document: () => documentOf(useCase, envelope),
      plainText: (options) => ownText(useCase, envelope, options),
    }),
    call,
  );
}

/** Nothing is printed: what the files are is remarked upon. */
async function giveFiles(useCase: UseCase, envelope: Envelope, call: Call): Promise<void> {
  remarkBeside(envelope, call.terminal);
  const { writeFolder } = await import('../files/answer-folder.ts');
  const files = await filesOf(useCase, envelope);
  const folder = outFile(call.options) ?? '.';
  const harmless = files.map(({ path, text, isGiven }) => ({
    path,
    text: isGiven ? text : harmlessText(text),
  }));
  await writeFolder(folder, harmless, call.options.flag('force'));
  call.terminal.remark(`Written to ${folder} (${count(files.length, 'file')})`);
}

function remarkBeside(envelope: Envelope, terminal: Call['terminal']): void {
  for (const note of envelope.notes) terminal.remark(note);
  remarkMarking(envelope, terminal);
}

/** What a form has no place for is said beside it. */
export function remarkMarking({ markings }: Pick<Envelope, 'markings'>, { remark }: Call['terminal']): void {
  const leftOut = sayLeftOut(markings);
  if (leftOut !== undefined) remark(leftOut);
  if (markings.level !== undefined) remark(`The answer is ${markings.level}.`);
}
