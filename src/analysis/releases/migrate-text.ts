import type { MigrationEntry } from '../../answers/index.ts';
import { append, groupedBy } from '../../text/index.ts';
import type { AttackMark } from '../../threat/index.ts';
import type { Migration } from './migration.ts';
import type { ReleaseTarget, Resolution } from './resolution.ts';

/** A text in another release, and what became of each id in it. */
export interface TextMigration extends Migration {
  readonly text: string;
}

/**
 * Carries the ids and tactics of a text to another release and leaves everything else as it is, to the byte. What is ambiguous or
 * dropped is left as it is, and listed with its line.
 *
 * A tactic that the release does not have is replaced by those of its parts that the techniques of the same list serve. An id that
 * comes to stand in its list twice is taken out where its line says nothing else, and left where a list must not repeat it.
 */
export function migrateText(
  text: string,
  marks: readonly AttackMark[],
  target: ReleaseTarget,
): TextMigration {
  const lists = groupedBy(marks, ({ list }) => list);
  const decided = [...lists.values()].flatMap((list) => decideList(list, target));
  return {
    text: edited(text, decided),
    entries: decided
      .flatMap(({ entry }) => entry ?? [])
      .toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0)),
    unchanged: decided.filter(({ entry }) => entry === undefined).length,
  };
}

/** What to do with a mark: write these ids (none: take the line out), or leave it. */
interface Decided {
  readonly mark: AttackMark;
  readonly write?: readonly string[];
  /** Absent where it is the same in both releases. */
  readonly entry?: MigrationEntry;
}

function decideList(list: readonly AttackMark[], target: ReleaseTarget): readonly Decided[] {
  const wanted = list.map((mark) => ({ mark, resolution: target.resolve(mark.id) }));
  const techniques = wanted.flatMap(({ mark, resolution }) =>
    mark.kind === 'technique' ? [resolution.to ?? mark.id] : [],
  );
  const changes = wanted.map(({ mark, resolution }) =>
    mark.kind === 'technique' ? techniqueChange(resolution) : tacticChange(mark.id, techniques, target),
  );
  // What stays the same comes first: what joins it is the repetition.
  const present = new Set(changes.flatMap(({ standing, from }) => (standing === 'unchanged' ? [from] : [])));
  return list.map((mark, index) => {
    const change = changes[index];
    return change === undefined || change.standing === 'unchanged' ? { mark } : settle(mark, change, present);
  });
}

type Change = Omit<MigrationEntry, 'kind' | 'line'>;

function techniqueChange({ to, ...resolution }: Resolution): Change {
  return { ...resolution, to: to === undefined ? [] : [to] };
}

function tacticChange(tactic: string, techniques: readonly string[], target: ReleaseTarget): Change {
  const parts = target.tacticsFor(tactic);
  const changed = { from: tactic, candidates: [] };
  if (parts === undefined) return { ...changed, to: [tactic], standing: 'unchanged', reason: '' };
  const served = new Set(techniques.flatMap((technique) => target.tacticsOf(technique)));
  const to = parts.filter((part) => served.has(part));
  if (to.length > 0)
    return { ...changed, to, standing: 'resolved', reason: 'the techniques beside it serve this' };
  if (parts.length === 1) {
    const reason = `${target.release} has no other in its place`;
    return { ...changed, to: parts, standing: 'assumed', reason };
  }
  const reason =
    techniques.length === 0 ? 'no technique beside it says which' : 'no technique beside it serves either';
  return { from: tactic, to: [], standing: 'ambiguous', reason, candidates: parts };
}

function settle(mark: AttackMark, change: Change, present: Set<string>): Decided {
  const entry: MigrationEntry = { kind: mark.kind, ...change, line: mark.line };
  if (change.to.length === 0) return { mark, entry };
  if (mark.held !== undefined) {
    const candidates = change.candidates.length > 0 ? change.candidates : change.to;
    return { mark, entry: { ...entry, to: [], candidates, ...mark.held } };
  }
  const undecided = (candidates: readonly string[], reason: string): Decided => ({
    mark,
    entry: { ...entry, to: [], standing: 'ambiguous', candidates, reason },
  });
  const missing = change.to.filter((id) => !present.has(id));
  const repeats = missing.length < change.to.length;
  if (missing.length === 0 && mark.wholeLine !== undefined)
    return {
      mark,
      write: [],
      entry: { ...entry, reason: `${entry.reason}; listed already, so the line is taken out` },
    };
  if (repeats && mark.unique) return undecided(change.to, `${change.to.join(', ')} is in the list already`);
  const write = missing.length === 0 ? change.to : missing;
  if (write.length > 1 && mark.wholeLine === undefined)
    return undecided(write, 'there is no place for several');
  for (const id of write) present.add(id);
  return { mark, write, entry };
}

function edited(text: string, decided: readonly Decided[]): string {
  let position = 0;
  const parts: string[] = [];
  for (const { mark, write } of decided.toSorted((one, other) => one.mark.start - other.mark.start)) {
    if (write === undefined) continue;
    const { start, end } = mark.wholeLine ?? mark;
    const [before, after] = [text.slice(start, mark.start), text.slice(mark.end, end)];
    append(parts, [text.slice(position, start), ...write.map((id) => `${before}${mark.write(id)}${after}`)]);
    position = end;
  }
  return [...parts, text.slice(position)].join('');
}
