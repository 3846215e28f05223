import { readFileSync } from 'node:fs';
import { deterministicId } from '../../../src/facts/index.ts';
import type { Envelope } from '../../../src/answers/index.ts';
import { openHome, type OpenHome } from '../../../src/library/index.ts';
import { controlMapping, mitigates, notMappable } from '../../support/control-mapping.ts';
import { cluster, uuid, value } from '../../support/world/build.ts';
import { SAMPLE, sampleHome } from '../../support/sample-home.ts';
import { heldBatch } from '../../support/sightings.ts';
import { importInto } from '../../support/stored-sightings.ts';
import { FILES } from './questions.ts';
import { afterAll, beforeAll, expect } from 'vitest';

const AT = { spec_version: '2.1', created: '2024-03-01T10:00:00.000Z', modified: '2024-03-01T10:00:00.000Z' };

/** A vendor's report on the sample's Example Heron (G9001), under an id of the vendor's own, marked amber. */
function report(): unknown {
  const group = deterministicId('intrusion-set', 'contract');
  const technique = deterministicId('attack-pattern', 'contract');
  const ownTechnique = deterministicId('attack-pattern', 'contract, of its own');
  const marking = 'marking-definition--f88d31f6-486f-44da-b317-01333bde0b82';
  const objects = [
    { type: 'intrusion-set', id: group, ...AT, name: 'Example Heron', aliases: ['Grey Wader'] },
    {
      type: 'attack-pattern',
      id: technique,
      ...AT,
      name: 'Letter opening',
      external_references: [{ source_name: 'mitre-attack', external_id: 'T9001.001' }],
    },
    {
      type: 'attack-pattern',
      id: ownTechnique,
      ...AT,
      name: 'Ferry hopping',
      // Of no release in view: by its number it stands in Enterprise.
      external_references: [{ source_name: 'mitre-attack', external_id: 'T9077' }],
    },
    {
      type: 'relationship',
      id: deterministicId('relationship', 'contract, of its own'),
      ...AT,
      relationship_type: 'uses',
      // The sample's own Example Heron.
      source_ref: 'intrusion-set--2341ea8b-ec70-5f82-a831-7c1d2e714211',
      target_ref: ownTechnique,
      description: 'The heron hopped on 2 ferries.',
    },
    {
      type: 'relationship',
      id: deterministicId('relationship', 'contract'),
      ...AT,
      relationship_type: 'uses',
      source_ref: group,
      target_ref: technique,
      description: 'The heron opened letters at 3 ferries.',
      object_marking_refs: [marking],
    },
  ];
  return { type: 'bundle', id: deterministicId('bundle', 'contract'), objects };
}

/** The sample as it was a release before: without a technique, and with another name for a group. */
function earlierRelease(): unknown {
  const text = readFileSync(SAMPLE, 'utf8');
  const { objects, ...bundle }: { objects: Record<string, unknown>[] } = JSON.parse(text);
  const changed = objects.flatMap((object) => {
    if (object['type'] === 'x-mitre-collection') return { ...object, x_mitre_version: '0.9' };
    if (object['name'] === 'Example Heron')
      return { ...object, modified: object['created'], name: 'Example Hern', aliases: ['Example Hern'] };
    return JSON.stringify(object).includes('T9003') ? [] : object;
  });
  return { ...bundle, objects: changed };
}

/** What a galaxy says of the same group's victims. */
function galaxy(): unknown {
  const heron = value(701, 'Example Heron', {
    synonyms: ['G9001', 'Grey Wader'],
    'cfr-suspected-victims': ['Luxembourg', 'France'],
    'cfr-target-category': ['Private sector', 'Government'],
    country: 'FR',
    refs: ['https://example.org/heron'],
  });
  return { ...cluster('threat-actor', [heron]), uuid: uuid(700) };
}

/** Which rules of the farm answer which of the sample’s techniques. */
function mapping(): unknown {
  return controlMapping([
    mitigates('FN-1', 'T9001'),
    mitigates('FN-1', 'T9003'),
    mitigates('FN-2', 'T9001.001', { mapping_type: 'technique_scores', score_category: 'detect' }),
    notMappable('T9002'),
  ]);
}

/** What three organisations of each of two sectors have seen of two of the sample’s groups, and one of a third sector. */
const SEEN = heldBatch(
  'seen.csv',
  ['2026-01', '2026-02'].flatMap((month) =>
    ['energy', 'utilities'].flatMap((sector) =>
      ['north', 'south', 'west'].flatMap((place) =>
        ['T9001.001', 'T9003', ...(sector === 'energy' ? ['T9077'] : [])].map((technique) => ({
          id: `${month} ${sector} ${place} ${technique}`,
          time: `${month}-05T06:00:00Z`,
          sector,
          organisation: `${sector} ${place}`,
          group: technique === 'T9003' ? 'G9001' : 'G9002',
          technique,
          detector: `Rule for ${technique}`,
          count: 300,
        })),
      ),
    ),
  ),
);

/** A home with sources that speak of one group: the sample, a galaxy, a marked report, and a case. */
export function contractHome(): {
  readonly folder: string;
  readonly run: ReturnType<typeof sampleHome>['run'];
  readonly open: () => OpenHome;
  /** What a question is answered with. The home does not change, so each is asked once, whatever looks at its answer. */
  readonly asked: (...[name, question]: Parameters<OpenHome['ask']>) => Promise<Envelope>;
  readonly path: (file: string) => string;
} {
  const { path, run, write } = sampleHome();
  let opened: OpenHome | undefined;
  beforeAll(async () => {
    for (const [file, text] of Object.entries(FILES)) write(file, text);
    write('home/config.yaml', 'atomics: ../T9001.001.yaml\nsigmaRules: ../heron.yml\n');
    write('report.json', report());
    write('earlier.json', earlierRelease());
    write('galaxy.json', galaxy());
    write('mapping.json', mapping());
    expect(
      await run(
        'load',
        path('earlier.json'),
        path('report.json'),
        path('galaxy.json'),
        path('mapping.json'),
        '-q',
      ),
    ).toMatchObject({ exitCode: 0 });
    const asserted = ['G9001', 'uses', 'T9003', '--source', 'CASE-7', '--date', '2025-01-02'];
    expect(await run('assert', ...asserted, '-q')).toMatchObject({ exitCode: 0 });
    await importInto(path('home'), SEEN);
    const kept = [path('rule.yml'), '--name', 'ours', '--date', '2026-01-02', '--tlp', 'green'];
    expect(await run('coverage', 'import', ...kept, '-q')).toMatchObject({ exitCode: 0 });
    const deployed = [path('siem.txt'), '--name', 'siem', '--date', '2026-02-01', '--tlp', 'green'];
    expect(await run('coverage', 'import', ...deployed, '-q')).toMatchObject({ exitCode: 0 });
    expect(await run('org', 'keep', path('harbour.yaml'), '-q')).toMatchObject({ exitCode: 0 });
    const reports = ['letters.json', 'raid.json', 'night.md'].map(path);
    expect(await run('report', 'add', ...reports, '--kind', 'incident', '-q')).toMatchObject({ exitCode: 0 });
    const accepted = ['The raid of spring', '--accept', 'uses/G9001/T9003'];
    expect(await run('report', 'review', ...accepted, '-q')).toMatchObject({ exitCode: 0 });
    const madeUp = ['--rows', '2000', '--until', '2026-10', '-q'];
    expect(await run('sightings', 'generate', ...madeUp)).toMatchObject({ exitCode: 0 });
    opened = await openHome({ home: path('home'), cwd: path('.') });
  });
  afterAll(async () => await opened?.close());
  const open = (): OpenHome => {
    if (opened === undefined) throw new TypeError('the home is opened before the tests run');
    return opened;
  };
  const answers = new Map<string, Promise<Envelope>>();
  return {
    folder: path('.'),
    path,
    run: async (...words) => await run(...words.map((word) => word.replace('AT/', `${path('')}/`))),
    open,
    asked: async (name, question) => {
      const key = JSON.stringify([name, question]);
      const answer = answers.get(key) ?? open().ask(name, question);
      answers.set(key, answer);
      return await answer;
    },
  };
}
