import { expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/acquisition/index.ts';
import { draftsFor, loadedTarget, rulePack } from '../../src/analysis/index.ts';
import { readTestLibrary } from '../../src/home/files/test-library.ts';
import { checkRules } from '../../src/sigma/index.ts';
import { typesOf } from '../../src/threat/index.ts';
import { hasRealData, hasRealFiles, realFile } from '../support/real-data.ts';
import { realDesk } from '../support/real-home.ts';
import { hasSigmaHq, sigmaHqFiles } from '../support/sigma.ts';

test.skipIf(!hasRealData || !hasSigmaHq)('rules of SigmaHQ for techniques of ATT&CK 18.1', async () => {
  const { view } = await realDesk();
  const asked = ['T1003.002', 'T1562.001', 'T1562.008', 'T1651'];
  const files = sigmaHqFiles().map(({ name, text }) => ({ file: name, text }));
  const pack = rulePack(
    { name: 'sigmahq', files, refused: 0 },
    {
      catalogue: view.catalogue,
      weights: new Map(asked.map((id) => [view.catalogue.find(id)[0] ?? -1, 1])),
      platforms: [],
      target: loadedTarget(view, view, '18.1'),
    },
  );
  // As `grep` counts the files that have the tag.
  const tagged = (tag: string): number =>
    files.filter(({ text }) => new RegExp(`^ +- attack\\.${tag}\\s*$`, 'mu').test(text)).length;
  const rulesOf = (id: string): number | undefined =>
    pack.techniques.find(({ technique }) => technique.label === id)?.rules;
  expect(rulesOf('T1003.002')).toBe(tagged('t1003\\.002'));
  expect(rulesOf('T1562.008')).toBe(tagged('t1685\\.002'));
  expect(rulesOf('T1562.001')).toBeGreaterThan(100);
  expect(rulesOf('T1651')).toBe(0);
  expect(pack.issues).toEqual([]);
  const original = new Map(files.map(({ file, text }) => [`rules/${file}`, text]));
  expect(pack.files.filter(({ path, text }) => original.get(path) !== text)).toEqual([]);
});

const ATOMICS = 'atomics/atomic-red-team-2026-08.tar.gz';

test.skipIf(!hasRealData || !hasRealFiles(ATOMICS))(
  'every draft of every technique is valid and proven',
  async () => {
    const { view } = await realDesk();
    const { catalogue } = view;
    const { library } = await readTestLibrary(realFile(ATOMICS), DEFAULT_LIMITS);
    const techniques = catalogue
      .ofType(typesOf('technique'))
      .filter((term) => !catalogue.isWithdrawn(term))
      .map((term) => {
        const { id, type, name, label } = catalogue.entry(term);
        return { technique: { id, type, name, label }, weight: 1, rules: 0, near: [] };
      });
    const { drafts, undrafted } = draftsFor(techniques, {
      library,
      target: loadedTarget(view, view, '18.1'),
      groupsOf: () => ['G0016'],
      analyticsOf: () => [],
      dateOf: () => '2025-10-28',
    });
    expect(drafts.length).toBeGreaterThan(200);
    expect(drafts.flatMap(({ path, text }) => checkRules(path, text).issues)).toEqual([]);
    expect(drafts.filter(({ proven, tests }) => proven < tests.length)).toEqual([]);
    expect(new Set(drafts.map(({ id }) => id)).size).toBe(drafts.length);
    const drafted = new Set(drafts.map(({ technique }) => technique.id));
    expect(drafted.size + undrafted.length).toBe(techniques.length);
  },
);
