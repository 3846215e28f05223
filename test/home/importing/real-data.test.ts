import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isMapping } from '../../../src/text/index.ts';
import { hasRealFiles, realBytes, realFile } from '../../support/real-data.ts';
import { textFilesOfTar } from '../../support/tar.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { importedFrom } from './sightings-of.ts';

const LAYER = 'navigator/heatmap_layer.json';
const [EVENTS, RULES] = [
  'sigma/sigmahq-regression-events-2026-08.ndjson.gz',
  'sigma/sigmahq-rules-2026-08.tar.gz',
];

test.skipIf(!hasRealFiles(LAYER))('a layer of version 3 gives its scores as counts', async () => {
  const { report, rows } = await importedFrom(realFile(LAYER), { date: '2026-01-01' });
  expect(report).toMatchObject({ format: 'layer', outcome: 'stored' });
  expect(rows).toContain('2026-01-01 00:00:00,,,,T1546.004,,heatmap example,20,18.1');
  expect(rows.length).toBeGreaterThan(100);
});

test.skipIf(!hasRealFiles(EVENTS, RULES))(
  'the events that test rules of Sigma, with their rules’ tags: each has a row for each technique of its rule',
  async () => {
    const tags = new Map(
      textFilesOfTar(realBytes(RULES)).map(({ name, text }) => [
        name.replace(/^(?:\.\/)?/u, ''),
        [...text.matchAll(/^\s+- (attack\.[\w.-]+)\s*$/gmu)].map(([, tag = '']) => tag),
      ]),
    );
    const alerts = realBytes(EVENTS)
      .toString('utf8')
      .trim()
      .split('\n')
      .flatMap((line) => alertsOf(JSON.parse(line), tags));
    const file = join(await temporaryFolder(), 'alerts.jsonl');
    writeFileSync(file, alerts.map((alert) => `${JSON.stringify(alert)}\n`).join(''));
    const { report, rows } = await importedFrom(file);
    const dated = alerts.filter(
      ({ document, tags: own }) =>
        own.some((tag) => /^attack\.t\d/u.test(tag)) && /SystemTime":"2/u.test(JSON.stringify(document)),
    );
    expect(report.outcome).toBe('stored');
    expect(alerts.length).toBeGreaterThan(50);
    expect(dated.length).toBeGreaterThan(alerts.length / 2);
    const techniques = dated.flatMap(({ tags: own }) => own.filter((tag) => /^attack\.t\d/u.test(tag)));
    expect(new Set(rows.map((row) => row.split(',')[4]))).toEqual(
      new Set(techniques.map((tag) => tag.replace('attack.', '').toUpperCase())),
    );
  },
);

interface Alert {
  readonly name: string;
  readonly tags: readonly string[];
  readonly document: unknown;
}

/** Alerts as Chainsaw writes them, of the events of one rule. */
function alertsOf(parsed: unknown, tags: ReadonlyMap<string, readonly string[]>): readonly Alert[] {
  if (!isMapping(parsed)) return [];
  const rule = String(parsed['rule']);
  const events: readonly unknown[] = Array.isArray(parsed['events']) ? parsed['events'] : [];
  const own = tags.get(rule) ?? [];
  return own.length === 0 ? [] : events.map((data) => ({ name: rule, tags: own, document: { data } }));
}
