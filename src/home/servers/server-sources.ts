import type { Home } from '../home.ts';
import type { Config, ServerSetting } from '../settings/config.ts';
import type { Interval } from '../settings/schedule.ts';
import type { ServerReport, ServerSync } from './server-report.ts';

/** A server of the configuration, as it is asked. */
export interface ServerSource {
  /** What `foeprint sync` calls it: `taxii:NAME`. */
  readonly name: string;
  readonly location: string;
  readonly every?: Interval | undefined;
  readonly sync: (home: Home, sync: ServerSync) => Promise<readonly ServerReport[]>;
}

/** The servers of a configuration, by kind and in its order. What asks them is loaded when one is asked. */
export function serversOf({ feeds, taxii, misp }: Config): readonly ServerSource[] {
  return [
    ...sourcesOf('feed', feeds, async (home, name, setting, sync) => {
      const { syncFeed } = await import('./sync-feed.ts');
      return await syncFeed(home, name, setting, sync);
    }),
    ...sourcesOf('taxii', taxii, async (home, name, setting, sync) => {
      const { syncTaxii } = await import('./sync-taxii.ts');
      return await syncTaxii(home, name, setting, sync);
    }),
    ...sourcesOf('misp', misp, async (home, name, setting, sync) => {
      const { syncMisp } = await import('./sync-misp.ts');
      return await syncMisp(home, name, setting, sync);
    }),
  ];
}

function sourcesOf<Setting extends ServerSetting>(
  kind: string,
  servers: Readonly<Record<string, Setting>>,
  sync: (home: Home, name: string, setting: Setting, how: ServerSync) => Promise<readonly ServerReport[]>,
): readonly ServerSource[] {
  return Object.entries(servers).map(([name, setting]) => ({
    name: `${kind}:${name}`,
    location: setting.url,
    every: setting.every,
    sync: async (home, how) => await sync(home, name, setting, how),
  }));
}
