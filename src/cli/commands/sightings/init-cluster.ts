import { flag, SightingsInitClusterAnswer } from '../../../answers/index.ts';
import { initClusterOf } from '../../../home/index.ts';
import { sightingsInitClusterDocument } from '../../../report/index.ts';
import { homeCommand } from '../../call/home-command.ts';

export const sightingsInitCluster = homeCommand({
  name: 'sightings init-cluster',
  summary: 'make the tables in which a cluster of ClickHouse keeps sightings',
  details:
    'On every server of the setting `sightings`, those of the shards that it keeps; what is there already stays as it is. See docs/sightings-cluster.md.',
  given: { dryRun: flag('--dry-run', 'only show the statements') },
  answer: SightingsInitClusterAnswer,
  examples: [
    { line: 'sightings init-cluster --dry-run', label: 'what would be made on each server' },
    { line: 'sightings init-cluster', label: 'make it' },
  ],
  run: async ({ dryRun }, { home, terminal }) => {
    terminal.progress('asking the servers of the cluster');
    const servers = await initClusterOf(await home(), { isDry: dryRun });
    return { answer: { isDone: !dryRun, servers } };
  },
  document: sightingsInitClusterDocument,
});
