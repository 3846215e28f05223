import type {
  GroupChange,
  KnowledgeChange,
  KnownSource,
  ListChange,
  Mention,
  EarlierRun,
  RankedInRun,
  RunChanges,
} from '../../answers/index.ts';
import { compareText } from '../../text/index.ts';
import { PRIORITY_KINDS } from '../../threat/index.ts';
import { factorChanges } from './factor-changes.ts';
import { rounded } from './rounded.ts';
import { settingChanges } from './setting-changes.ts';

/** Groups named that went past another. */
const NAMED = 3;

/**
 * What is different between two runs, and why: which groups came, went or moved, by which factor, and who reports what made
 * it so. Runs of other organisations or playbooks may be compared; what was asked differently is said first.
 *
 * @param top first places compared
 */
export function comparePlaybookRuns(before: EarlierRun, after: EarlierRun, top: number): RunChanges {
  const groups = groupChanges(before, after, top);
  const still = groups.filter(({ change }) => change !== 'left').length;
  return {
    before: before.asOf,
    after: after.asOf,
    top,
    ...(before.foeprint === after.foeprint
      ? {}
      : { foeprint: { before: before.foeprint, after: after.foeprint } }),
    knowledge: knowledgeChanges(before.knowledge, after.knowledge),
    settings: settingChanges(before, after),
    groups,
    unmoved: Math.min(top, after.ranking.length) - still,
    lists: listChanges(before, after),
  };
}

/** Sources that came, went or are in another release. */
export function knowledgeChanges(
  before: readonly KnownSource[],
  after: readonly KnownSource[],
): readonly KnowledgeChange[] {
  const [old, now] = [before, after].map(
    (sources) => new Map(sources.map((each) => [each.series ?? each.id, each])),
  );
  const names = [...new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])].toSorted(compareText);
  return names.flatMap((name): readonly KnowledgeChange[] => {
    const [was, is] = [old?.get(name), now?.get(name)];
    if (was !== undefined && is !== undefined)
      return was.sha256 === is.sha256 ? [] : [{ name: is.name, change: 'changed', ...editions(was, is) }];
    if (is !== undefined) return [{ name: is.name, change: 'added', after: editionOf(is) }];
    return was === undefined ? [] : [{ name: was.name, change: 'removed', before: editionOf(was) }];
  });
}

function editions(was: KnownSource, is: KnownSource): { readonly before: string; readonly after: string } {
  const isNewRelease = was.release !== is.release;
  return isNewRelease
    ? { before: editionOf(was), after: editionOf(is) }
    : { before: digits(was), after: digits(is) };
}

function editionOf(source: KnownSource): string {
  return source.release ?? digits(source);
}

function digits({ sha256 }: KnownSource): string {
  return sha256.slice(0, 12);
}

function groupChanges(before: EarlierRun, after: EarlierRun, top: number): readonly GroupChange[] {
  const old = new Map(before.ranking.map((row) => [row.group.id, row]));
  const now = new Map(after.ranking.map((row) => [row.group.id, row]));
  const ids = [
    ...after.ranking.slice(0, top).map(({ group }) => group.id),
    ...before.ranking.slice(0, top).map(({ group }) => group.id),
  ];
  return [...new Set(ids)].flatMap((id) => {
    const [was, is] = [old.get(id), now.get(id)];
    const row = is ?? was;
    if (row === undefined || was?.rank === is?.rank) return [];
    return [
      {
        group: row.group,
        change: changeOf(was, is, top),
        ...(was === undefined ? {} : { from: was.rank }),
        ...(is === undefined ? {} : { to: is.rank }),
        scoreBefore: was?.score ?? 0,
        scoreAfter: is?.score ?? 0,
        difference: rounded((is?.score ?? 0) - (was?.score ?? 0)),
        ...becomes(was, is),
        why: was === undefined || is === undefined ? [] : factorChanges(was, is, before, after),
        passedBy: crossing(id, old, now, (earlier, later) => earlier > 0 && later < 0),
        passed: crossing(id, old, now, (earlier, later) => earlier < 0 && later > 0),
      },
    ];
  });
}

function becomes(was: RankedInRun | undefined, is: RankedInRun | undefined): Pick<GroupChange, 'becomes'> {
  const [before, now] = [was?.isDormant, is?.isDormant];
  if (before === undefined || now === undefined || before === now) return {};
  return { becomes: now ? 'dormant' : 'active' };
}

function changeOf(
  was: RankedInRun | undefined,
  is: RankedInRun | undefined,
  top: number,
): GroupChange['change'] {
  const [isFirst, wasFirst] = [is, was].map((row) => row !== undefined && row.rank <= top);
  if (isFirst === true && wasFirst === true) return 'moved';
  return isFirst === true ? 'entered' : 'left';
}

type Rows = ReadonlyMap<string, RankedInRun>;

/** Groups on the other side of a group than before, the first in rank first; places are how far they stand behind it. */
function crossing(
  id: string,
  old: Rows,
  now: Rows,
  crosses: (placesBefore: number, placesAfter: number) => boolean,
): readonly Mention[] {
  const [was, is] = [old.get(id), now.get(id)];
  if (was === undefined || is === undefined) return [];
  return [...now.values()]
    .filter((other) => {
      const earlier = old.get(other.group.id);
      return earlier !== undefined && crosses(earlier.rank - was.rank, other.rank - is.rank);
    })
    .toSorted((one, other) => one.rank - other.rank)
    .slice(0, NAMED)
    .map(({ group }) => group);
}

function listChanges(before: EarlierRun, after: EarlierRun): readonly ListChange[] {
  return (['techniques', ...PRIORITY_KINDS] as const).flatMap((list) => {
    const [was, is] = [before.lists[list], after.lists[list]];
    if (was === undefined || is === undefined) return [];
    const change = { list, entered: missingIn(was, is), left: missingIn(is, was) };
    return change.entered.length + change.left.length === 0 ? [] : [change];
  });
}

function missingIn(some: readonly Mention[], others: readonly Mention[]): readonly Mention[] {
  const known = new Set(some.map(({ id }) => id));
  return others.filter(({ id }) => !known.has(id));
}
