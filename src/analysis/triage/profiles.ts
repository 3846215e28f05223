import { addTo, sum } from '../../text/index.ts';
import { countReports } from './count-reports.ts';
import { eachVisiblePair, statementsOf, visibleIn, type Hidden, type Visible } from './visible.ts';
import type { UseIndex } from './use-index.ts';

/** What groups are known for, as far as it is not hidden. Groups, techniques and software by their places in the index. */
export interface TriageProfiles {
  readonly index: UseIndex;
  readonly visible: Visible;
  /** Reports behind the use of technique `t` by group `g`, at `g * techniques + t`: 0 where none is visible. */
  readonly reports: Uint16Array;
  /** What counts there for the ranking: the reports, or where there are none, what the group's software is worth. */
  readonly weights: Float64Array;
  /** Number of techniques that each group is reported to use. */
  readonly sizes: Int32Array;
  /** Sum of the reports behind them. */
  readonly lengths: Float64Array;
  /** Mean length of the profiles that are not empty. */
  readonly meanLength: number;
  /** Number of profiles that are not empty. */
  readonly filled: number;
  /** How rare each technique is among the profiles that are not empty: 0 or more. */
  readonly rarity: Float64Array;
  /** How many groups are reported to use each technique. */
  readonly users: Int32Array;
  /** Reports behind each technique, summed over the groups. */
  readonly frequencies: Float64Array;
  /** Software that each group uses. */
  readonly software: readonly (readonly number[])[];
  /** How many groups use each piece of software. */
  readonly softwareUsers: Int32Array;
}

/** What a technique that only the group's software has counts at most, where one report counts 1. */
const SOFTWARE_SHARE = 0.3;

/** Makes the profiles of all groups without what is hidden: a few milliseconds for a release of ATT&CK. */
export function triageProfilesOf(index: UseIndex, ...hidden: readonly Hidden[]): TriageProfiles {
  const visible = visibleIn(index, hidden);
  const techniques = index.techniques.length;
  const reports = new Uint16Array(index.groups.length * techniques);
  const sizes = new Int32Array(index.groups.length);
  const lengths = new Float64Array(index.groups.length);
  const users = new Int32Array(techniques);
  const frequencies = new Float64Array(techniques);
  eachVisiblePair(index.uses, visible, (group, technique, pair) => {
    const count = countReports(index.statements, visible, statementsOf(index.uses, pair, visible));
    reports[group * techniques + technique] = count;
    sizes[group] = (sizes[group] ?? 0) + 1;
    lengths[group] = (lengths[group] ?? 0) + count;
    users[technique] = (users[technique] ?? 0) + 1;
    frequencies[technique] = (frequencies[technique] ?? 0) + count;
  });
  const filled = sizes.filter((size) => size > 0).length;
  const software = softwareOf(index, visible);
  const softwareUsers = new Int32Array(index.software.length);
  for (const used of software.flat()) softwareUsers[used] = (softwareUsers[used] ?? 0) + 1;
  return {
    index,
    visible,
    reports,
    weights: withSoftware(index, visible, { reports, software, softwareUsers }),
    sizes,
    lengths,
    meanLength: filled === 0 ? 0 : sum(lengths) / filled,
    filled,
    users,
    frequencies,
    rarity: Float64Array.from(users, (count) => rarityOf(filled, count)),
    software,
    softwareUsers,
  };
}

/** How rare something is that `users` of `all` have, as BM25 has it; never below 0. */
export function rarityOf(all: number, users: number): number {
  return Math.max(0, Math.log((all + 1) / (users + 0.5)));
}

function softwareOf({ groups, tools }: UseIndex, visible: Visible): readonly (readonly number[])[] {
  const software = groups.map((): number[] => []);
  eachVisiblePair(tools, visible, (group, used) => software[group]?.push(used));
  return software;
}

/** What is not reported of a group, but of software that it uses, counts a little: the less, the more groups use that. */
function withSoftware(
  { techniques, abilities }: UseIndex,
  visible: Visible,
  { reports, software, softwareUsers }: Pick<TriageProfiles, 'reports' | 'software' | 'softwareUsers'>,
): Float64Array {
  const abilitiesOf = new Map<number, number[]>();
  eachVisiblePair(abilities, visible, (used, technique) => addTo(abilitiesOf, used, technique));
  const weights = Float64Array.from(reports);
  software.forEach((list, group) => {
    for (const used of list) {
      const share = SOFTWARE_SHARE / Math.sqrt(softwareUsers[used] ?? 1);
      for (const technique of abilitiesOf.get(used) ?? []) {
        const at = group * techniques.length + technique;
        if (reports[at] === 0) weights[at] = Math.max(weights[at] ?? 0, share);
      }
    }
  });
  return weights;
}
