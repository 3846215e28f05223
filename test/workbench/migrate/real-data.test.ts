import { expect, test } from 'vitest';
import { NEW_IN_19 } from '../../../src/threat/index.ts';
import { releaseTarget } from '../../../src/workbench/releases/migrate.ts';
import { migrateDocument } from '../../support/migrate-document.ts';
import { hasRealData, realBytes } from '../../support/real-data.ts';
import { knowledgeOf } from '../../support/desk.ts';
import { readReal } from '../../support/read-real.ts';
import { realKnowledge } from '../../support/real-home.ts';
import { IS_LONG } from '../../support/runs.ts';
import { textFilesOfTar } from '../../support/tar.ts';

/** Ids that whoever made the map carried by hand, or gave up, where the text of ATT&CK itself says what to use, or nothing. */
const BY_HAND: Readonly<Record<string, string>> = {
  T1175: 'ambiguous',
  'T1053.004': 'dropped',
  T1061: 'assumed',
  T1043: 'assumed',
};

test.skipIf(!hasRealData)('old ids lead where a map that somebody else made leads', async () => {
  const target = releaseTarget(await realKnowledge(), '18.1');
  const map: Readonly<Record<string, { readonly to: string | null }>> = JSON.parse(
    realBytes('reports-bench/id_map_to_v18.1.json').toString(),
  );
  const different = Object.entries(map).flatMap(([id, { to }]) => {
    const ours = target.resolve(id);
    return (ours.to ?? null) === to ? [] : [[id, ours.standing]];
  });
  expect(Object.keys(map).length).toBeGreaterThan(100);
  expect(Object.fromEntries(different)).toEqual(BY_HAND);
});

/** What rules say that 18 does not have. */
const ONLY_IN_19 = /attack\.(?:stealth|defense-impairment|t168[4-9])/u;

test.skipIf(!hasRealData)(
  'Sigma rules that are of 19 stay as they are, and can be carried back',
  async () => {
    const base = await realKnowledge();
    const all = textFilesOfTar(realBytes('sigma/sigmahq-rules-2026-08.tar.gz')).filter(({ name }) =>
      /\.ya?ml$/u.test(name),
    );
    expect(all.length).toBeGreaterThan(3000);
    const rules = all.filter(({ text }, index) => IS_LONG || index % 5 === 0 || ONLY_IN_19.test(text));
    const carry = (release: string) => {
      const target = releaseTarget(base, release);
      return rules.map(({ name, text }) => migrateDocument(name, text, target));
    };
    const same = carry('19.1');
    expect(same.filter(({ isChanged }) => isChanged)).toEqual([]);
    const left = same.flatMap(({ entries, issues }) => [...entries, ...issues]);
    // References to other sites are theirs to change.
    expect(left.filter((entry) => !('standing' in entry && entry.standing === 'left'))).toEqual([]);
    const back = carry('18.1');
    const standings = new Set(back.flatMap(({ entries }) => entries.map(({ standing }) => standing)));
    expect([standings.has('ambiguous'), standings.has('dropped')]).toEqual([false, false]);
    const carried = new Set(
      back.flatMap(({ entries }) =>
        entries.filter(({ kind }) => kind === 'technique').map(({ from }) => from),
      ),
    );
    expect(carried.size).toBe(12);
    expect([...carried].filter((id) => !NEW_IN_19.has(id))).toEqual([]);
    expect(back.map(({ text }) => text).join('')).not.toMatch(ONLY_IN_19);
  },
);

test.skipIf(!hasRealData)('back to a release that is loaded: ids of today in ATT&CK 10.1', () => {
  const releases = ['10.1', '18.1'].map((release) => readReal(`attack/enterprise-attack-${release}.json.gz`));
  const target = releaseTarget(knowledgeOf(...releases), '10.1');
  // Side-loading was merged into search-order hijacking; in 10.1 both are there, so only the latter is what it was.
  expect(target.resolve('T1574.001')).toMatchObject({ standing: 'unchanged' });
  expect(target.resolve('T1574.002')).toMatchObject({ standing: 'unchanged' });
  expect(target.resolve('T1193')).toMatchObject({ standing: 'resolved', to: 'T1566.001' });
  expect(target.resolve('T1685').standing).toBe('assumed');
  expect(target.tacticsFor('stealth')).toEqual(['defense-evasion']);
});
