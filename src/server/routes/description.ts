import { lazily } from '../../text/index.ts';
import type { RouteGroup } from './route-group.ts';

/** What the API is: for programs, and for people. Made when it is first asked for. */
export const description: RouteGroup = {
  name: 'description',
  register: (app, { address }) => {
    const described = lazily(async () => {
      const { describeApi } = await import('../openapi/describe-api.ts');
      return JSON.stringify(await describeApi());
    });
    app.get('/api/openapi.json', async (_, reply) => {
      void reply.header('cache-control', 'no-cache').type('application/json; charset=utf-8');
      return await reply.send(await described());
    });

    const page = lazily(async () => await (await import('../openapi/api-page.ts')).apiPage(address));
    app.get('/api/', async (_, reply) => {
      void reply.header('cache-control', 'no-cache').header('content-security-policy', POLICY);
      return await reply.type('text/html; charset=utf-8').send(await page());
    });
    app.get('/api', async (_, reply) => await reply.redirect('/api/', 308));
  },
};

/** The page has its style within, and loads and runs nothing. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
