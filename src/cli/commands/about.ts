import { AboutAnswer } from '../../answers/index.ts';
import { noticesOfSources } from '../../desk/index.ts';
import { isCleared } from '../../facts/index.ts';
import { VERSION } from '../../home/index.ts';
import { levelsOf } from '../../knowledge/index.ts';
import { aboutDocument } from '../../report/index.ts';
import { homeCommand } from '../call/home-command.ts';

export const about = homeCommand({
  name: 'about',
  summary: 'the version, the licence, and what is loaded, with the notices of its publishers',
  given: {},
  answer: AboutAnswer,
  hasTables: true,
  examples: [{ line: 'about', label: 'what this is, and what it rests on' }],
  run: async (_, { base, clearance, home }) => {
    const most = await clearance();
    const all = (await base()).sources();
    const { paths } = await home();
    return {
      answer: {
        version: VERSION,
        licence: LICENCE,
        node: process.versions.node,
        home: paths.folder,
        sources: all.map(({ id, name, loadedAt }) => ({ id, name, loadedAt })),
        notices: noticesOfSources(all),
      },
      level: levelsOf(all).findLast((level) => isCleared(level, most)),
    };
  },
  document: aboutDocument,
});

/** As package.json has it. */
const LICENCE = 'Apache-2.0';
