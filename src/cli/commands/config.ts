import { SETTINGS } from '../../home/index.ts';
import { valueAt } from '../../intake/index.ts';
import { configReport } from '../../report/index.ts';
import type { Call } from '../call.ts';
import type { Outcome } from '../command.ts';

export async function run({ home }: Call): Promise<Outcome> {
  const { paths, configuration } = await home();
  const settings = SETTINGS.map(({ path, meaning }) => ({
    setting: path,
    value: valueAt(configuration.config, path.split('.')),
    from: configuration.originOf(path) ?? 'default',
    meaning,
  }));
  const answer = { home: paths.folder, files: configuration.files, settings };
  return { data: answer, document: () => configReport(answer) };
}
