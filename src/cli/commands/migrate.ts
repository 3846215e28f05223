import { mkdir } from 'node:fs/promises';
import { dirname, extname, join, resolve } from 'node:path';
import { FoeprintError, issueOf, strictestLevel } from '../../facts/index.ts';
import { migrationCounts, migrationReport } from '../../report/index.ts';
import { migrateDocument, releaseTarget } from '../../workbench/index.ts';
import { noticesOf } from '../../desk/index.ts';
import type { MigratedDocument } from '../../workbench/index.ts';
import { writeAnswer } from '../answer-file.ts';
import type { Call } from '../call.ts';
import { EXIT } from '../command.ts';
import type { ExitCode, Outcome } from '../command.ts';
import { CLI_ISSUES } from '../issues.ts';
import { refuseMarked } from '../layer-files.ts';
import { remarkIssues } from '../remark-issues.ts';
import { readTextFiles } from '../text-files.ts';
import type { TextFile } from '../text-files.ts';

export async function run(call: Call): Promise<Outcome> {
  const { arguments: given, options, home, base, terminal } = call;
  const to = options.text('to');
  if (to === undefined) throw new FoeprintError([issueOf(CLI_ISSUES.noRelease, 'No release is named.')]);
  const target = releaseTarget(await base(), to);
  const { files, issues, passedOver } = await readTextFiles(
    given,
    (await home()).configuration.config.limits,
  );
  remarkIssues(call, issues);
  if (passedOver.length > 0) terminal.remark(sayPassedOver(passedOver));
  const migrated = files.map((file, index) => {
    terminal.progress(`${index + 1} of ${files.length} ${file.name}`);
    return migrateDocument(file.name, file.text, target);
  });
  const clearance = await call.clearance();
  for (const { file, marking } of migrated) refuseMarked(file, marking, clearance);
  remarkIssues(
    call,
    migrated.flatMap((document) => (document.isRefused === true ? document.issues : [])),
  );
  const into = options.text('into');
  const answer = {
    to,
    documents: migrated.map(withoutText),
    ...(into === undefined ? {} : { into }),
    notices: noticesOf({ view: (await base()).view() }),
  };
  const counts = migrationCounts(answer);
  return {
    data: { ...answer, counts },
    level: strictestLevel(migrated.map(({ marking }) => marking)),
    content: [answer.documents, migrated.map(({ text }) => text)],
    ...(into === undefined ? {} : { writeBeside: async () => writeAll(into, files, migrated) }),
    document: () => migrationReport(answer),
    exitCode: exitCodeOf(migrated, counts, options.flag('strict')),
  };
}

function exitCodeOf(
  migrated: readonly MigratedDocument[],
  counts: ReturnType<typeof migrationCounts>,
  isStrict: boolean,
): ExitCode {
  if (migrated.some(({ isRefused }) => isRefused)) return EXIT.input;
  const open = counts.ambiguous + counts.dropped + counts.unknown;
  return open > 0 && isStrict ? EXIT.nothing : EXIT.ok;
}

/** What stood in folders and is of no kind that has ids in text, by its ending. */
function sayPassedOver(paths: readonly string[]): string {
  const endings = new Map<string, number>();
  for (const path of paths) {
    const ending = extname(path) || 'no ending';
    endings.set(ending, (endings.get(ending) ?? 0) + 1);
  }
  const list = [...endings]
    .map(([ending, number]) => `${ending} (${number})`)
    .toSorted()
    .join(', ');
  return `Passed over, being no text that is read from folders: ${list}. Name such a file itself to have it read.`;
}

function withoutText(document: MigratedDocument): Omit<MigratedDocument, 'text'> {
  const { text: _, ...others } = document;
  return others;
}

/** @throws FoeprintError C711 where a file would be written over itself, before any is written; C701 where one cannot be */
async function writeAll(
  folder: string,
  files: readonly TextFile[],
  migrated: readonly MigratedDocument[],
): Promise<void> {
  const seen = new Set<string>();
  for (const { path, name } of files) {
    const written = resolve(folder, name);
    if (resolve(path) === written || seen.has(written))
      throw new FoeprintError([
        issueOf(CLI_ISSUES.wouldOverwrite, `“${path}” cannot be written to ${written} without loss.`),
      ]);
    seen.add(written);
  }
  for (const { file, text, isRefused } of migrated) {
    if (isRefused) continue;
    const path = join(folder, file);
    await mkdir(dirname(path), { recursive: true }).catch(() => undefined);
    await writeAnswer(path, text);
  }
}
