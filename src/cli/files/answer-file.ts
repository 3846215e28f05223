import { constants, statSync } from 'node:fs';
import { access, lstat, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { errorOf, type FoeprintError } from '../../facts/index.ts';
import { DOCUMENT_ENDINGS, endingOf, LINES, SLIM } from '../../forms/index.ts';
import { systemReason } from '../../text/index.ts';
import { replaceFile } from '../../home/index.ts';
import type { CallOptions } from '../call/call.ts';
import type { CommandDeclaration } from '../call/command.ts';
import { CLI_ISSUES } from '../issues.ts';

/** What `--out` is where it means standard output. */
export const STANDARD_OUTPUT = '-';

/** Folders of answers are for whom the user's own settings say, as files are. */
export const FOR_ALL = 0o777;

/** The file that `--out` names; undefined where the answer goes to standard output. */
export function outFile(options: CallOptions): string | undefined {
  const out = options.text('out');
  return out === STANDARD_OUTPUT ? undefined : out;
}

/** Whether `--out` names a folder: it ends in a slash, or is one that is there. Whoever names a form as well means a file. */
export function isFolderAsked(options: CallOptions): boolean {
  const out = outFile(options);
  if (out === undefined || isFormNamed(options)) return false;
  return /[/\\]$/u.test(out) || isFolder(out);
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    // Not there, or a path through a file: whoever writes there says so.
    return false;
  }
}

function isFormNamed({ flag, text }: CallOptions, formOption = 'as'): boolean {
  return ['json', formOption].some(flag) || ['format', formOption].some((name) => text(name) !== undefined);
}

/**
 * Writes a file that was asked for: whoever reads it sees the old content or the new. A link is followed; what is no file, such as
 * `/dev/stdout`, is written as it is.
 *
 * @throws FoeprintError C701 where it cannot be written
 */
export async function writeAnswer(file: string, content: string | Uint8Array): Promise<void> {
  try {
    await replaceFile(file, content);
  } catch (error) {
    throw cannotWrite(file, systemReason(error));
  }
}

/**
 * Looks, before any work, whether an answer can be written where it is to go: the folder must be there, and an ending that names a
 * form must name one that the command has. Whoever names the form as well, with `--format`, `--json`, `--as` or an option of its own, may call the file as
 * they like.
 *
 * @throws FoeprintError C701, C718, C776, C777
 */
export async function checkAnswerFile(
  command: Pick<
    CommandDeclaration,
    'name' | 'endings' | 'otherEndings' | 'forms' | 'beside' | 'formOption' | 'hasFiles'
  >,
  options: CallOptions,
): Promise<void> {
  checkIsList(command, options);
  checkHasReasons(command, options);
  const out = command.hasFiles === true && isFolderAsked(options) ? undefined : outFile(options);
  if (out !== undefined) checkEnding(out, command, options);
  const beside = (command.beside ?? []).map(options.text);
  for (const file of [out, ...beside]) if (file !== undefined) await checkPlace(file);
}

function checkIsList(
  { name, endings = [], otherEndings }: Parameters<typeof checkAnswerFile>[0],
  options: CallOptions,
): void {
  const isList = (otherEndings?.(options) ?? endings).includes(LINES);
  if (options.text('format') !== LINES || isList) return;
  throw errorOf(CLI_ISSUES.noList, `\`foeprint ${name}\` does not answer with a list.`);
}

function checkHasReasons(
  { name, forms = [], otherEndings }: Parameters<typeof checkAnswerFile>[0],
  options: CallOptions,
): void {
  const isSlimmed = otherEndings?.(options) === undefined && forms.includes(SLIM);
  if (options.text('format') !== SLIM || isSlimmed) return;
  throw errorOf(CLI_ISSUES.noReasons, `What \`foeprint ${name}\` answers is not slimmer without reasons.`);
}

function checkEnding(
  file: string,
  { name, endings: own = [], otherEndings, formOption }: Parameters<typeof checkAnswerFile>[0],
  options: CallOptions,
): void {
  const ending = endingOf(file);
  if (ending === '' || isFormNamed(options, formOption)) return;
  const endings = otherEndings?.(options) ?? [...Object.keys(DOCUMENT_ENDINGS), ...own];
  if (endings.includes(ending)) return;
  throw errorOf(
    CLI_ISSUES.cannotAnswerAs,
    `\`foeprint ${name}\` does not answer as .${ending}; nothing was written to “${file}”.`,
    undefined,
    `It answers as ${endings.map((each) => `.${each}`).join(', ')}. To write one of these forms under another name, say \`--format\`.`,
  );
}

async function checkPlace(file: string): Promise<void> {
  try {
    const known = await stat(file).catch(() => undefined);
    if (known?.isDirectory() === true) throw new Error('it is a folder');
    if (known !== undefined) return await access(file, constants.W_OK);
    // A link that leads nowhere yet is judged when it is written.
    if ((await lstat(file).catch(() => undefined))?.isSymbolicLink() === true) return;
    if (!(await stat(dirname(file))).isDirectory()) throw new Error('its folder is a file');
    await access(dirname(file), constants.W_OK);
  } catch (error) {
    throw cannotWrite(file, systemReason(error));
  }
}

function cannotWrite(file: string, reason: string): FoeprintError {
  return errorOf(CLI_ISSUES.cannotWrite, `“${file}” cannot be written: ${reason}.`);
}
