import { placeName } from '../../acquisition/index.ts';
import { errorOf, type Issue } from '../../facts/index.ts';
import { openHome } from '../../home/index.ts';
import { fileNameOf } from '../http/file-name.ts';
import { SERVER_ISSUES } from '../issues.ts';
import { READINGS } from '../questions/read-sent.ts';
import type { RouteGroup } from './route-group.ts';

/** Files that questions take, read into what they take: `POST /api/read/organisation?file=org.yaml`. Nothing is kept. */
export const readings: RouteGroup = {
  name: 'readings',
  register: async (app, { home }) => {
    await app.register((scope, _, done) => {
      // Whatever a browser says that a file is, its content decides.
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, parsed) => parsed(null, body));
      for (const [kind, read] of Object.entries(READINGS))
        scope.post<{ Querystring: { readonly file?: readonly string[] } }>(
          `/api/read/${kind}`,
          async ({ body, query, caller }, reply) => {
            const name = fileNameOf(query.file?.at(-1) ?? kind, kind);
            const { limits } = (await openHome(home)).config;
            if (!Buffer.isBuffer(body)) throw errorOf(SERVER_ISSUES.noFile, 'No file was sent.');
            const { value, issues } = await read({ name, bytes: body, limits, clearance: caller.clearance });
            const named = issues.map((issue) => ({ ...issue, ...placeOf(issue) }));
            return await reply.header('cache-control', 'no-store').send({ value, issues: named });
          },
        );
      done();
    });
  },
};

/** Of what an issue says where it is, the file without its folders. */
function placeOf({ place }: Issue): Pick<Issue, 'place'> {
  return place?.file === undefined ? {} : { place: { ...place, file: placeName(place.file) } };
}
