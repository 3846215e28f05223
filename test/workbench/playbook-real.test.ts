import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { documentHtml } from '../../src/render/index.ts';
import { readOrganisation } from '../../src/home/index.ts';
import { readDocument } from '../../src/intake/index.ts';
import { MemoryKnowledgeBase } from '../../src/knowledge/index.ts';
import { evaluate } from '../../src/reasoning/index.ts';
import { playbookReport } from '../../src/report/index.ts';
import { DEFAULT_PLAYBOOK } from '../../src/answers/index.ts';
import { comparePlaybookRuns, runPlaybook } from '../../src/workbench/index.ts';
import { type Desk } from '../../src/desk/index.ts';
import { hasRealData, realBytes } from '../support/real-data.ts';
import { rulePack } from '../support/rule-pack.ts';

const GALAXY = ['threat-actor', 'tidal-groups', 'tidal-campaigns', 'microsoft-activity-group'];

function deskOn(release: string): Desk {
  const base = new MemoryKnowledgeBase();
  const files = [
    `attack/enterprise-attack-${release}.json.gz`,
    ...GALAXY.map((name) => `misp-galaxy/${name}.json.gz`),
  ];
  for (const file of files) {
    const bytes = realBytes(file);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    base.ingest(
      readDocument(JSON.parse(bytes.toString()), { location: file, sha256, bytes: bytes.length }),
      '2026-01-01T00:00:00.000Z',
    );
  }
  const view = base.view();
  return { view, model: evaluate(rulePack('standard'), view.facts) };
}

test.skipIf(!hasRealData)(
  'from ATT&CK 17.1 to 18.1 every move has a reason, and every reason is in the scores',
  { timeout: 180_000 },
  async () => {
    const { organisation } = await readOrganisation('samples/org.yaml');
    const [before, after] = [deskOn('17.1'), deskOn('18.1')].map((desk) =>
      runPlaybook(desk, DEFAULT_PLAYBOOK, organisation),
    );
    if (before === undefined || after === undefined) throw new RangeError('two desks, two runs');
    const changes = comparePlaybookRuns(before, after);
    expect(changes.knowledge).toEqual([
      { name: 'Enterprise ATT&CK 18.1', change: 'changed', before: '17.1', after: '18.1' },
    ]);
    expect(changes.groups.length).toBeGreaterThan(0);
    for (const { why, passed, passedBy, from, to } of changes.groups)
      if (from !== undefined && to !== undefined)
        expect(why.length + passed.length + passedBy.length).toBeGreaterThan(0);
    for (const { why, scoreBefore, scoreAfter } of changes.groups) {
      const told = why.reduce((sum, { before: was, after: is }) => sum + is - was, 0);
      // Differences below half a hundredth are left out, factor by factor.
      expect(Math.abs(told - (scoreAfter - scoreBefore))).toBeLessThan(0.06);
    }
    const page = documentHtml(playbookReport(after, changes));
    expect(page).toContain('The MITRE Corporation');
    expect(page).not.toMatch(/\bwill (?:likely |probably )?(?:attack|target|strike)/i);
  },
);
