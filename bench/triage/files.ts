import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { visibleIn } from '../../src/analysis/triage/visible.ts';
import type { Incident } from './incidents.ts';
import { rowOf, type Place } from './place.ts';
import type { Release } from './release.ts';

/** Above so much that is hidden, it goes into a file of its own. */
const INLINE = 200;

/**
 * Writes incidents as `foeprint triage --batch` takes them, what is hidden from them into `hidden`, and who did each beside, so that the command itself can be
 * scored: `TASK.incidents.jsonl`, `TASK.answers.jsonl`.
 */
export function writeIncidents(
  folder: string,
  tasks: readonly { readonly name: string; readonly incidents: readonly Incident[] }[],
  releases: ReadonlyMap<string, Release>,
): void {
  mkdirSync(join(folder, 'hidden'), { recursive: true });
  for (const { name, incidents } of tasks) {
    const task = name.toLowerCase().replaceAll(/[^a-z0-9.]+/g, '-');
    const lines = incidents.map(
      ({ id, release, techniques, software, date, hidden: { documents, relationships } }) => {
        const hidden = [...relationships, ...emptied(releases.get(release), documents)];
        const set = [...hidden, ...documents.map((document) => `citation:${document}`)];
        const isLong = set.length > INLINE;
        if (isLong) writeFileSync(join(folder, 'hidden', `${task}-${id}.txt.gz`), gzipSync(set.join('\n')));
        const inLine = isLong
          ? { hidden: [], hidden_citations: [], hidden_set: `${task}-${id}` }
          : { hidden, hidden_citations: documents };
        return { id, bundle: `enterprise-attack-${release}.json.gz`, techniques, software, date, ...inLine };
      },
    );
    const answers = incidents.map(({ id, group }) => ({ id, group }));
    writeFileSync(join(folder, `${task}.incidents.jsonl`), jsonLines(lines));
    writeFileSync(join(folder, `${task}.answers.jsonl`), jsonLines(answers));
  }
}

/** Relationships that cite nothing else. */
function emptied(release: Release | undefined, documents: readonly string[]): readonly string[] {
  if (release === undefined) return [];
  const { statements } = visibleIn(release.index, [{ documents }]);
  return release.index.statements.stored.flatMap((stored, at) =>
    statements[at] === 0 ? [release.evidence(stored).reportedIn] : [],
  );
}

function jsonLines(rows: readonly unknown[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

interface Answered {
  readonly id: string;
  readonly group?: string;
}

interface Predicted {
  readonly id: string;
  readonly ranked: readonly { readonly group: string; readonly p: number }[];
  readonly p_none: number;
}

/** Scores `TASK.predictions.jsonl` against `TASK.answers.jsonl` of a folder. */
export function scorePredictions(folder: string): Readonly<Record<string, object>> {
  const tasks = readdirSync(folder).flatMap((file) => /^(.+)\.predictions\.jsonl$/.exec(file)?.[1] ?? []);
  return Object.fromEntries(
    tasks.map((task) => {
      const answers: readonly Answered[] = readLines(join(folder, `${task}.answers.jsonl`));
      const lines: readonly Predicted[] = readLines(join(folder, `${task}.predictions.jsonl`));
      const predicted = new Map(lines.map((line) => [line.id, line]));
      const places = answers.flatMap(({ id, group }) =>
        group === undefined ? [] : [placeIn(predicted.get(id), group)],
      );
      return [task, { incidents: places.length, ...rowOf(places) }];
    }),
  );
}

function placeIn(predicted: Predicted | undefined, group: string): Place {
  const ranked = predicted?.ranked ?? [];
  const at = ranked.findIndex((each) => each.group === group);
  const [first] = ranked;
  return {
    cluster: group,
    before: at === -1 ? Infinity : at,
    equal: 1,
    ...(first === undefined
      ? {}
      : { first: { p: first.p / (1 - (predicted?.p_none ?? 0)), isRight: at === 0 } }),
  };
}

/** Lines as we write them ourselves. */
function readLines(file: string): readonly never[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as never);
}
