import { expect, test } from 'vitest';
import { readDocument } from '../../src/intake/index.ts';
import { MemoryKnowledgeBase } from '../../src/knowledge/index.ts';
import { evaluate } from '../../src/reasoning/index.ts';
import { threatsTo, victimologyCoverage } from '../../src/workbench/index.ts';
import type { Desk } from '../../src/desk/index.ts';
import { rulePack } from '../support/rule-pack.ts';
import { GALAXY_FILES, hasShared, readShared } from '../support/shared-data.ts';
import { organisation } from '../support/organisation.ts';

const FILES = ['attack/enterprise-attack-18.1.json.gz', ...GALAXY_FILES];

test.skipIf(!hasShared(...FILES))('on ATT&CK 18.1 with all galaxies', { timeout: 60_000 }, () => {
  const desk = openDesk();
  const { groups, unknown } = victimologyCoverage(desk);
  expect(groups).toBe(172);
  // What joining alone reaches, by research on peers (0.1.2): sector 139, victim country 137, origin 122.
  expect(groups - unknown.sector).toBeGreaterThanOrEqual(139);
  expect(groups - unknown.country).toBeGreaterThanOrEqual(137);
  expect(groups - unknown.origin).toBeGreaterThanOrEqual(122);
  const told = {
    sectors: ['telecommunications'],
    countries: ['LU', 'BE'],
    products: ['Microsoft Exchange Server'],
  };
  const answer = threatsTo(desk, organisation(told), { top: 172 });
  expect(answer.groups).toHaveLength(172);
  // What says that a group was struck in the country or sector leads to a source, in words.
  for (const { factors } of answer.groups)
    for (const { factor, found, grounds } of factors)
      if (found !== '' && ['country', 'sector', 'product', 'recency'].includes(factor)) {
        expect(grounds.length).toBeGreaterThan(0);
        for (const { by } of grounds) expect(by).not.toBe('');
      }
  expect(threatsTo(desk, organisation(told), { top: 172 })).toEqual(answer);
});

function openDesk(): Desk {
  const base = new MemoryKnowledgeBase();
  for (const file of FILES) {
    const { parsed, about } = readShared(file);
    base.ingest(readDocument(parsed, about), '2026-01-01T00:00:00.000Z');
  }
  const view = base.view();
  return { view, model: evaluate(rulePack('standard'), view.facts) };
}
