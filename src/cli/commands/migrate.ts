import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { FoeprintError, issueOf } from '../../facts/index.ts';
import { migrationCounts, migrationReport } from '../../report/index.ts';
import { migrateDocument, noticesOf, releaseTarget } from '../../workbench/index.ts';
import type { MigratedDocument } from '../../workbench/index.ts';
import type { Call } from '../call.ts';
import { EXIT } from '../command.ts';
import type { Outcome } from '../command.ts';
import { CLI_ISSUES } from '../issues.ts';
import { remarkIssues } from '../remark-issues.ts';
import { readTextFiles } from '../text-files.ts';
import type { TextFile } from '../text-files.ts';

export async function run(call: Call): Promise<Outcome> {
  const { arguments: given, options, home, base, terminal } = call;
  const to = options.text('to');
  if (to === undefined) throw new FoeprintError([issueOf(CLI_ISSUES.noRelease, 'No release is named.')]);
  const target = releaseTarget(await base(), to);
  const { files, issues } = await readTextFiles(given, (await home()).configuration.config.limits);
  remarkIssues(call, issues);
  const migrated = files.map((file, index) => {
    terminal.progress(`${index + 1} of ${files.length} ${file.name}`);
    return migrateDocument(file.name, file.text, target);
  });
  const into = options.text('into');
  if (into !== undefined) await writeAll(into, files, migrated);
  const answer = {
    to,
    documents: migrated.map(withoutText),
    ...(into === undefined ? {} : { into }),
    notices: noticesOf({ view: (await base()).view() }),
  };
  const counts = migrationCounts(answer);
  const isOpen = counts.ambiguous + counts.dropped > 0;
  return {
    data: { ...answer, counts },
    document: () => migrationReport(answer),
    exitCode: isOpen && options.flag('strict') ? EXIT.nothing : EXIT.ok,
  };
}

function withoutText(document: MigratedDocument): Omit<MigratedDocument, 'text'> {
  const { file, kind, isChanged, entries, unchanged, issues } = document;
  return { file, kind, isChanged, entries, unchanged, issues };
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
  for (const { file, text } of migrated) {
    const path = join(folder, file);
    try {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text);
    } catch (error) {
      throw new FoeprintError([
        issueOf(CLI_ISSUES.cannotWrite, `“${path}” cannot be written: ${String(error)}.`),
      ]);
    }
  }
}
