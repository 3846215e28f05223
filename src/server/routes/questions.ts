import type { FastifyReply, FastifyRequest } from 'fastify';
import { errorOf } from '../../facts/index.ts';
import { openHome } from '../../home/index.ts';
import { parametersOf } from '../../forms/index.ts';
import { isMapping } from '../../text/index.ts';
import { USE_CASES, type UseCase, type UseCaseName } from '../../workbench/index.ts';
import { hasTag, sendAnswer } from '../http/send-answer.ts';
import { SERVER_ISSUES } from '../issues.ts';
import { askedBy, takenApart } from '../questions/asked-by.ts';
import { askedForm } from '../questions/asked-form.ts';
import { askedPage } from '../questions/asked-page.ts';
import { fieldOfText, TEXT_TYPES } from '../questions/read-fields.ts';
import { READINGS } from '../questions/read-sent.ts';
import { fieldsOf, type Query } from '../questions/read-query.ts';
import type { Serving } from '../serving.ts';
import type { RouteGroup } from './route-group.ts';

/** Every row of the table of use cases, at `/api/NAME`: its question as a query or as JSON, its answer in the envelope of all shells. */
export const questions: RouteGroup = {
  name: 'questions',
  register: async (app, serving) => {
    await app.register((scope, _, done) => {
      for (const type of TEXT_TYPES)
        scope.addContentTypeParser(type, { parseAs: 'buffer' }, (_request, body, parsed) =>
          parsed(null, body),
        );
      for (const [name, load] of Object.entries(ROWS)) {
        const handler = async (request: Asking, reply: FastifyReply): Promise<FastifyReply> =>
          await answered(name, load, request, reply, serving);
        scope.route<Asks>({ method: ['GET', 'POST'], url: `/api/${name}`, handler });
      }
      done();
    });
  },
};

interface Asks {
  readonly Querystring: Query;
}
type Asking = FastifyRequest<Asks>;

const ROWS: Readonly<Record<string, () => Promise<UseCase>>> = USE_CASES;

async function answered(
  name: string,
  load: () => Promise<UseCase>,
  request: Asking,
  reply: FastifyReply,
  { answering, metrics, home }: Serving,
): Promise<FastifyReply> {
  const useCase = await load();
  const { options, fields } = takenApart(request.query, useCase);
  const question = { ...fieldsOf(fields, parametersOf(useCase)), ...(await bodyIn(request, useCase, home)) };
  const asked = askedBy(options, request.caller.clearance);
  const form = askedForm(useCase, options, request.headers.accept);
  const page = askedPage(options, question['limit']);
  const known = (tag: string): boolean => request.method !== 'POST' && hasTag(request, tag);
  const outcome = await answering.answer(
    { name: nameOf(name), question, ...asked, form, page, takesLong: useCase.takesLong },
    known,
  );
  metrics.countAnswer(outcome === undefined ? 'held' : outcome.isKept ? 'kept' : 'anew');
  if (outcome === undefined)
    return await reply.header('etag', request.headers['if-none-match']).code(304).send();
  return await sendAnswer(name, outcome, request, reply);
}

function nameOf(name: string): UseCaseName {
  if (isName(name)) return name;
  throw new TypeError(`${name} is no use case`);
}

function isName(name: string): name is UseCaseName {
  return Object.hasOwn(USE_CASES, name);
}

/**
 * The fields that the body gives.
 *
 * @throws FoeprintError N804 where it is JSON and no object, N815 where it is a text and the question takes none, and whatever a file is
 *   refused with
 */
async function bodyIn(
  { body, caller, headers }: Asking,
  useCase: UseCase,
  home: Serving['home'],
): Promise<Readonly<Record<string, unknown>>> {
  if (body === undefined || body === null) return {};
  if (Buffer.isBuffer(body)) {
    const taken = fieldOfText(useCase);
    if (taken === undefined)
      throw errorOf(
        SERVER_ISSUES.wrongMediaType,
        `\`${useCase.name}\` takes no text as “${headers['content-type'] ?? ''}”.`,
      );
    const { limits } = (await openHome(home)).config;
    const file = { name: taken.holds, bytes: body, limits, clearance: caller.clearance };
    return { [taken.field]: (await READINGS[taken.holds](file)).value };
  }
  if (isMapping(body)) return body;
  throw errorOf(SERVER_ISSUES.notAnObject, 'The body is no object.');
}
