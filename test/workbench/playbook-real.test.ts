import { expect, test } from 'vitest';
import { documentHtml } from '../../src/render/index.ts';
import { readOrganisation } from '../../src/home/index.ts';
import { playbookDocument } from '../../src/report/index.ts';
import type { EarlierRun } from '../../src/answers/index.ts';
import { runPlaybook } from '../../src/workbench/playbook/run-playbook.ts';
import { hasRealData } from '../support/real-data.ts';
import { realDesk } from '../support/real-home.ts';

test.skipIf(!hasRealData)(
  'from ATT&CK 17.1 to 18.1 every move has a reason, and every reason is in the scores',
  { timeout: 180_000 },
  async () => {
    const { organisation } = await readOrganisation('samples/org.yaml');
    const run = async (release: '17.1' | '18.1', since?: EarlierRun) => {
      const desk = await realDesk({ release, galaxies: true });
      return runPlaybook(desk, organisation, { foeprint: '0.2.0', since }).answer;
    };
    const after = await run('18.1', await run('17.1'));
    const { changes } = after;
    if (changes === undefined) throw new RangeError('what changed is asked for');
    expect(changes.knowledge).toEqual([
      { name: 'Enterprise ATT&CK 18.1', change: 'changed', before: '17.1', after: '18.1' },
    ]);
    expect(changes.groups.length).toBeGreaterThan(0);
    for (const { why, passed, passedBy, from, to } of changes.groups)
      if (from !== undefined && to !== undefined)
        expect(why.length + passed.length + passedBy.length).toBeGreaterThan(0);
    for (const { why, scoreBefore, scoreAfter } of changes.groups) {
      const explained = why.reduce((sum, { before: was, after: is }) => sum + is - was, 0);
      // Differences below half a hundredth are left out, factor by factor.
      expect(Math.abs(explained - (scoreAfter - scoreBefore))).toBeLessThan(0.06);
    }
    const page = documentHtml(playbookDocument(after));
    expect(page).toContain('What changed since');
    expect(page).not.toMatch(/\bwill (?:likely |probably )?(?:attack|target|strike)/i);
  },
);
