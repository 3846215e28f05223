import type { RouteGroup } from './route-group.ts';

/** Whether the server is up: says nothing of what it holds. */
export const health: RouteGroup = {
  name: 'health',
  register: (app) => {
    app.get('/healthz', { config: { access: 'open' } }, (_, reply) =>
      reply.header('cache-control', 'no-store').send({ status: 'ok' }),
    );
  },
};
