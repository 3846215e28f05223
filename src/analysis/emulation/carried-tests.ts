import type { EmulateAnswer, EmulationTest, TestLibrary } from '../../answers/index.ts';
import { addTo, defined, groupedBy } from '../../text/index.ts';
import type { ReleaseTarget } from '../releases/resolution.ts';

/** The tests of a library by technique in another release. */
export interface CarriedTests extends Pick<EmulateAnswer['library'], 'unchanged' | 'carried'> {
  /** In the order of the library. */
  readonly byTechnique: ReadonlyMap<string, readonly EmulationTest[]>;
  /** By the id that the library gives: what it could be, where that is more than one. Its tests are those of each. */
  readonly couldBe: ReadonlyMap<string, readonly string[]>;
}

/** Carries the tests of a library to a release: a library follows the newest one, a group may be asked about in another. */
export function carriedTests({ tests }: TestLibrary, target: ReleaseTarget): CarriedTests {
  const byTechnique = new Map<string, EmulationTest[]>();
  const carried: CarriedTests['carried'][number][] = [];
  const couldBe = new Map<string, readonly string[]>();
  let unchanged = 0;
  for (const [from, own] of groupedBy(tests, ({ technique }) => technique)) {
    const { to, standing, reason, candidates } = target.resolve(from);
    if (standing === 'unchanged') unchanged++;
    else carried.push({ from, ...defined({ to }), standing, reason, tests: own.length });
    if (candidates.length > 1) couldBe.set(from, candidates);
    const ids = candidates.length > 1 ? candidates : [to];
    for (const id of ids) if (id !== undefined) for (const test of own) addTo(byTechnique, id, test);
  }
  return { byTechnique, couldBe, unchanged, carried };
}
