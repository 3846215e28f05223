import type { RouteGroup } from './route-group.ts';

/** Whether the server is up, which says nothing of what it holds; and what it counts of itself. */
export const health: RouteGroup = {
  name: 'health',
  register: (app, { metrics }) => {
    app.get('/healthz', { config: { access: 'open' } }, (_, reply) =>
      reply.header('cache-control', 'no-store').send({ status: 'ok' }),
    );
    app.get('/metrics', async (_, reply) => {
      const { text, type } = await metrics.text();
      return await reply.header('cache-control', 'no-store').type(type).send(text);
    });
  },
};
