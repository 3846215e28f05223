import { list, shape, text, truth, type Of } from '../schema.ts';

export const SightingsInitClusterAnswer = shape(
  'SightingsInitClusterAnswer',
  'The tables that servers of a cluster keep sightings in.',
  {
    isDone: truth('false where it was only to be shown'),
    servers: list(
      shape('ClusterServer', 'What one server keeps.', {
        server: text('`host:port`'),
        statements: list(text('a statement'), 'statements that make its tables, in their order'),
      }),
      'in the order of the address',
    ),
  },
);
export type SightingsInitClusterAnswer = Of<typeof SightingsInitClusterAnswer>;
