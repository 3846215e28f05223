import { dirname, extname, join, resolve } from 'node:path';
import type { DocumentToMigrate, MigrateAnswer } from '../../answers/index.ts';
import { layersText } from '../../export/index.ts';
import { errorOf } from '../../facts/index.ts';
import { makeFolder } from '../../home/index.ts';
import { documentToMigrate } from '../../intake/index.ts';
import { keptFor, tally } from '../../text/index.ts';
import { levelOfLayers } from '../../threat/index.ts';
import { FOR_ALL, writeAnswer } from './answer-file.ts';
import type { Call } from '../call/call.ts';
import { CLI_ISSUES } from '../issues.ts';
import { refuseMarked } from './layer-files.ts';
import { remarkIssues } from '../terminal/remark-issues.ts';
import { readTextFiles, type TextFile } from './text-files.ts';

/** The files and folders that a call names, read once. */
const filesOf = keptFor(async (call: Call) => {
  const { limits } = (await call.home()).configuration.config;
  return await readTextFiles(call.arguments, limits);
});

/**
 * The documents of a migration. What is passed over is remarked upon.
 *
 * @throws FoeprintError A4xx where a file cannot be read, C735 where one is marked above the clearance
 */
export async function documentsOf(call: Call): Promise<readonly DocumentToMigrate[]> {
  const { files, issues, passedOver } = await filesOf(call);
  remarkIssues(call, issues);
  if (passedOver.length > 0) call.terminal.remark(sayPassedOver(passedOver));
  const documents = files.map(({ name, text }) => documentToMigrate(name, text));
  const clearance = await call.clearance();
  for (const { file, layers = [] } of documents) refuseMarked(file, levelOfLayers(layers), clearance);
  return documents;
}

/** What stood in folders and is of no kind that has ids in text, by its ending. */
function sayPassedOver(paths: readonly string[]): string {
  const list = [...tally(paths.map((path) => extname(path) || 'no ending'))]
    .map(([ending, number]) => `${ending} (${number})`)
    .toSorted()
    .join(', ');
  return `Passed over, being no text that is read from folders: ${list}. Name such a file itself to have it read.`;
}

/**
 * Writes what was carried, by the same names; what is refused is remarked upon.
 *
 * @throws FoeprintError C711 where a file would be written over itself, before any is written; C701 where one cannot be
 */
export async function writeMigrated({ documents }: MigrateAnswer, call: Call): Promise<void> {
  remarkIssues(
    call,
    documents.flatMap(({ isRefused, issues }) => (isRefused ? issues : [])),
  );
  const folder = call.options.text('into');
  if (folder === undefined) return call.terminal.remark('Nothing was written: `--into` says where to.');
  const { files } = await filesOf(call);
  refuseOverwriting(folder, files);
  for (const [index, { file, text, layers, isRefused }] of documents.entries()) {
    if (isRefused) continue;
    const path = join(folder, file);
    await makeFolder(dirname(path), FOR_ALL).catch(() => undefined);
    await writeAnswer(path, layers === undefined ? (text ?? files[index]?.text ?? '') : layersText(layers));
  }
  call.terminal.remark(`Written to ${folder}`);
}

function refuseOverwriting(folder: string, files: readonly TextFile[]): void {
  const seen = new Set<string>();
  for (const { path, name } of files) {
    const written = resolve(folder, name);
    if (resolve(path) === written || seen.has(written))
      throw errorOf(CLI_ISSUES.wouldOverwrite, `“${path}” cannot be written to ${written} without loss.`);
    seen.add(written);
  }
}
