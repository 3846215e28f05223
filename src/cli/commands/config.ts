import { SETTINGS } from '../../home/index.ts';
import { configReport } from '../../report/index.ts';
import type { Call } from '../call.ts';
import type { Outcome } from '../command.ts';

export async function run({ home }: Call): Promise<Outcome> {
  const { paths, configuration } = await home();
  const settings = Object.values(SETTINGS).map(({ path, meaning }) => ({
    setting: path,
    value: valueAt(configuration.config, path.split('.')),
    from: configuration.origins.get(path) ?? 'default',
    meaning,
  }));
  const answer = { home: paths.folder, files: configuration.files, settings };
  return { data: answer, document: () => configReport(answer) };
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  );
}
