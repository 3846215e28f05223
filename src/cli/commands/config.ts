import { ConfigAnswer } from '../../answers/index.ts';
import { SETTINGS } from '../../home/index.ts';
import { valueAt } from '../../intake/index.ts';
import { configDocument } from '../../report/index.ts';
import { homeCommand } from '../call/home-command.ts';

export const config = homeCommand({
  name: 'config',
  summary: 'the settings in force, with where each comes from',
  given: {},
  answer: ConfigAnswer,
  hasTables: true,
  examples: [{ line: 'config', label: 'every setting, its value and its meaning' }],
  run: async (_, { home }) => {
    const { paths, configuration } = await home();
    const settings = SETTINGS.map(({ path, meaning }) => ({
      setting: path,
      value: valueAt(configuration.config, path.split('.')),
      from: configuration.originOf(path) ?? 'default',
      meaning,
    }));
    return { answer: { home: paths.folder, files: configuration.files, settings } };
  },
  document: configDocument,
});
