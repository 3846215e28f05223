import { expect, test } from 'vitest';
import { type RawObject, idOf, labelled, object, relationship } from '../support/world/build.ts';
import { ORGANISATION, sampleHome } from '../support/sample-home.ts';

/*
 * What a report adds goes with it: whatever is asked before it is loaded and after it was forgotten has the same answer, byte for
 * byte. The report has ids of its own for what the sample numbers, reports facts under the sample's own ids, and names places.
 */

const { load, run } = sampleHome();

const QUESTIONS: readonly (readonly string[])[] = [
  ...['G9001', 'Example Kestrel', 'Patient Wader'].map((name) => ['profile', name]),
  ...['G9001', 'T9001.001', 'M9001', 'TA9001', 'Luxembourg'].map((name) => ['show', name]),
  ...['techniques', 'groups', 'mitigations', 'tactics', 'locations'].map((name) => ['list', name]),
  ['prevalence'],
  ['techniques', 'G9001', '--derived'],
  ['mitigations', 'G9001'],
  ['mitigations', 'T9001.001'],
  ['detections', 'G9001'],
  ['victimology'],
  ['victims', 'G9001'],
  ['timeline', 'G9001'],
  ['compare', 'G9001', 'G9002'],
  ['overlap', 'groups', '--min', '0.1'],
  ['layer', 'G9001', 'G9002'],
  ['explain', 'G9001', 'T9001.001'],
  ['explain', 'G9001', 'LU'],
  ['explain', 'G9001', 'M9001'],
  ['aliases', 'Example Heron'],
  ['search', 'letters'],
  ['search', 'spade'],
  ['groups', '--country', 'LU'],
  ['query', 'uses(G, T), in-tactic(T, "TA9001")'],
  ['threats', '--org', ORGANISATION],
  ['expect', '--org', ORGANISATION],
  ['priorities', '--org', ORGANISATION],
  ['walkthrough'],
  ['status'],
];

async function answers(): Promise<ReadonlyMap<string, string>> {
  const all = new Map<string, string>();
  for (const question of QUESTIONS) {
    const { exitCode, out, err } = await run(...question, '--json');
    all.set(question.join(' '), `${exitCode}\n${out}\n${err}`);
  }
  return all;
}

test('a report that was forgotten has left no trace in any answer', async () => {
  const before = await answers();
  const { out } = await run('show', 'G9001', '--raw');
  const heron: RawObject = JSON.parse(out);
  const own = labelled('attack-pattern', 81, 'T9001.001', 'Mail with a spade', {
    description: 'With a spade.',
  });
  await load(
    'report.json',
    labelled('intrusion-set', 80, 'G9001', 'Spade Wader', { aliases: ['Example Kestrel'] }),
    own,
    labelled('malware', 82, 'S9099', 'Spade', { is_family: true }),
    labelled('course-of-action', 83, 'M9001', 'Spade rules'),
    {
      ...heron,
      created_by_ref: idOf('identity', 99),
      modified: '2031-01-01T00:00:00.000Z',
      name: 'Renamed',
      aliases: ['Spade'],
      revoked: true,
    },
    object('location', 84, { name: 'Luxembourg', country: 'LU' }),
    object('campaign', 85, { name: 'Spade Week', first_seen: '2024-05-01T00:00:00Z' }),
    relationship(90, idOf('intrusion-set', 80), 'uses', idOf('malware', 82)),
    relationship(91, idOf('malware', 82), 'uses', idOf('attack-pattern', 81)),
    relationship(92, idOf('intrusion-set', 80), 'targets', idOf('location', 84)),
    relationship(93, idOf('campaign', 85), 'attributed-to', String(heron['id'])),
    relationship(94, idOf('campaign', 85), 'uses', idOf('attack-pattern', 81)),
    relationship(95, idOf('course-of-action', 83), 'mitigates', idOf('attack-pattern', 81)),
  );
  const during = await answers();
  const changed = QUESTIONS.filter(
    (question) => during.get(question.join(' ')) !== before.get(question.join(' ')),
  );
  // It has left its mark on most answers, and refused none.
  expect(changed.length).toBeGreaterThan(QUESTIONS.length / 2);
  const isAnswered = (all: ReadonlyMap<string, string>, question: readonly string[]): boolean =>
    all.get(question.join(' '))?.startsWith('0') === true;
  expect(QUESTIONS.filter((each) => isAnswered(before, each) && !isAnswered(during, each))).toEqual([]);
  expect(await run('forget', 'report.json')).toMatchObject({ exitCode: 0 });
  expect(await answers()).toEqual(before);
});
