import { expect, test } from 'vitest';
import { loadedTarget, rulePack } from '../../src/analysis/index.ts';
import { readRules } from '../../src/sigma/index.ts';
import { hasRealData } from '../support/real-data.ts';
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
      read: readRules,
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
