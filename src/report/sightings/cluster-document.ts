import type { SightingsInitClusterAnswer } from '../../answers/index.ts';
import { codeBlock, paragraph, type Document } from '../../render/index.ts';

/** The statements that make the tables of each server, as its client takes them. */
export function sightingsInitClusterDocument({ isDone, servers }: SightingsInitClusterAnswer): Document {
  return {
    title: isDone ? 'The cluster has its tables' : 'Tables for a cluster',
    blocks: servers.flatMap(({ server, statements }) => [
      paragraph(`${isDone ? 'Made on' : 'For'} ${server}:`),
      codeBlock(statements.map((statement) => `${statement};`).join('\n'), 'sql'),
    ]),
  };
}
