import { option, SightingsGenerateAnswer, whole } from '../../../answers/index.ts';
import { generateSightings } from '../../../home/index.ts';
import { sightingsGenerateDocument } from '../../../report/index.ts';
import { SECTORS } from '../../../threat/index.ts';
import { homeCommand } from '../../call/home-command.ts';

/** Sectors of the economy, as many as research took; the order is that of popularity. */
const MOST_SECTORS = 16;

export const sightingsGenerate = homeCommand({
  name: 'sightings generate',
  summary: 'make sightings up, for demonstrations and measurements',
  details:
    'They stand in a store of their own, which only --synthetic asks, and every answer from it says so. Techniques and groups are those of ATT&CK in view, 2,000 organisations of 16 sectors, 12 products; all are log-uniform by rank (near Zipf), 40 % of sightings follow an order of techniques of their sector’s own, 5 % name a group, 0.2 % are noise; twelve months, growing from 0.8 to 1.2 of the mean.',
  given: {
    rows: whole('--rows <number>', 'how many', { fallback: '100000' }),
    seed: whole('--seed <number>', 'the same seed makes the same sightings', { fallback: '1' }),
    until: option('--until <month>', 'the month that they end with, e.g. 2026-10', {
      fallback: 'this month',
    }),
  },
  answer: SightingsGenerateAnswer,
  examples: [{ line: 'sightings generate --rows 1000000', label: 'a million, in a few seconds' }],
  run: async ({ rows = 100_000, seed = 1, until }, { home, reading, terminal }) => {
    const { catalogue, sources } = (await reading()).view;
    const numbered = (type: string): readonly string[] =>
      catalogue.ofType([type]).flatMap((term) => {
        const { label } = catalogue.entry(term);
        return /^[TG]\d+(?:\.\d+)?$/u.test(label) ? [label] : [];
      });
    terminal.progress('making sightings up');
    const batch = await generateSightings(await home(), {
      rows,
      seed,
      until,
      techniques: numbered('attack-pattern'),
      groups: numbered('intrusion-set'),
      sectors: SECTORS.slice(0, MOST_SECTORS).map(({ name }) => name),
      release: sources.find(({ release }) => release !== undefined)?.release ?? '',
    });
    return { answer: { generated: batch === undefined ? [] : [batch] } };
  },
  document: sightingsGenerateDocument,
});
