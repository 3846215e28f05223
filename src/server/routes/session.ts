import { errorOf } from '../../facts/index.ts';
import { VERSION } from '../../home/index.ts';
import { isMapping } from '../../text/index.ts';
import type { Caller } from '../http/caller.ts';
import { sessionCookie, sessionSecretIn } from '../http/session-cookie.ts';
import { SERVER_ISSUES } from '../issues.ts';
import type { RouteGroup } from './route-group.ts';

/** Who asks, and sessions for browsers. */
export const session: RouteGroup = {
  name: 'session',
  register: (app, { authentication, answering }) => {
    const { sessions, options } = authentication;
    const shown = async (caller: Caller, csrf?: string): Promise<object> => ({
      caller,
      foeprint: VERSION,
      knowledge: await answering.version(),
      ...(csrf === undefined ? {} : { csrf }),
    });
    app.get('/api/session', async ({ caller, headers }, reply) => {
      void reply.header('cache-control', 'no-store');
      const secret = sessionSecretIn(headers.cookie);
      const known = secret === undefined ? undefined : sessions.of(secret, Date.now());
      return await shown(caller, caller.by === 'session' ? known?.csrf : undefined);
    });

    app.post('/api/session', { config: { access: 'open' } }, async ({ body }, reply) => {
      const secret = isMapping(body) && typeof body['token'] === 'string' ? body['token'] : '';
      const token = await authentication.tokenBy(secret);
      if (token === undefined)
        throw errorOf(SERVER_ISSUES.notLetIn, 'The token is none, or lets nobody in any more.');
      const opened = sessions.open(token.id, Date.now());
      void reply.header('set-cookie', sessionCookie(opened.secret, options.isSecure));
      void reply.header('cache-control', 'no-store').code(201);
      return await shown(authentication.callerWith(token, 'session'), opened.session.csrf);
    });

    app.delete('/api/session', async ({ headers }, reply) => {
      const secret = sessionSecretIn(headers.cookie);
      if (secret !== undefined) sessions.end(secret);
      return await reply.header('set-cookie', sessionCookie(undefined, options.isSecure)).code(204).send();
    });
  },
};
