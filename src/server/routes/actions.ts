import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ACTIONS, journalOf, refuseBelow, type Action, type ActionName } from '../../actions/index.ts';
import { errorOf } from '../../facts/index.ts';
import { openHome, ownFolder, ROLES, type Role } from '../../home/index.ts';
import { whoIs, type Caller } from '../http/caller.ts';
import { refusedAs } from '../http/refusal.ts';
import { SERVER_ISSUES } from '../issues.ts';
import type { Serving } from '../serving.ts';
import { Jobs, type Job } from '../writing/jobs.ts';
import { givenBy } from '../writing/uploads.ts';
import type { Writer } from '../writing/writer.ts';
import type { RouteGroup } from './route-group.ts';

/** What changes the home: every row of the table of actions, what came of long ones, the journal, and the way back. */
export const actions: RouteGroup = {
  name: 'actions',
  register: async (app, serving) => {
    const { limits } = (await openHome(serving.home)).config;
    const most = limits.maximumBytes;
    await app.register(multipart, {
      limits: { fileSize: most, files: limits.maximumFiles, fieldSize: FIELDS },
    });
    const { writer } = serving;
    const jobs = new Jobs();
    const parent = join((await openHome(serving.home)).paths.folder, 'uploads');
    // Made when it is needed: who only reads need not be able to write.
    let own: Promise<string> | undefined;
    const uploads = async (): Promise<string> => {
      own ??= ownFolder(parent);
      return await own.catch((error: unknown) => {
        // There may be space for the next.
        own = undefined;
        throw error;
      });
    };
    app.addHook('onClose', async () => {
      await writer.close();
      if (own !== undefined) await rm(await own, { recursive: true, force: true });
    });
    const doing: Doing = { serving, writer, jobs, uploads, most };
    for (const [name, load] of Object.entries(ROWS))
      app.post(
        `/api/actions/${name}`,
        { config: WRITING },
        async (request, reply) => await acted(doing, nameOf(name), await load(), request, reply),
      );
    app.post<ById>(
      '/api/undo/:id',
      { config: WRITING },
      async (request, reply) =>
        await acted(doing, 'undo', await ROWS_OF.undo(), request, reply, { entry: request.params.id }),
    );
    registerJobs(app, doing);
    app.get<{ Querystring: { readonly limit?: string | readonly string[] } }>(
      '/api/journal',
      { config: WRITING },
      async ({ query, caller }, reply) => {
        void reply.header('cache-control', 'no-store');
        const home = await openHome(serving.home);
        return await journalOf(home, caller.clearance, limitIn(query.limit)).finally(
          async () => await home.close(),
        );
      },
    );
  },
};

interface Doing {
  readonly serving: Serving;
  readonly writer: Writer;
  readonly jobs: Jobs;
  /** Folder for files that are sent to this server. */
  readonly uploads: () => Promise<string>;
  /** Most bytes of those of one request. */
  readonly most: number;
}

interface ById {
  readonly Params: { readonly id: string };
}

/** Largest part of a form with fields, in bytes. */
const FIELDS = 1024 * 1024;

/** Whoever reads alone changes nothing, and does not see who did; what takes more is refused by the action. */
const WRITING = { access: 'analyst' } as const;

const ROWS_OF = ACTIONS;
const ROWS: Readonly<Record<string, () => Promise<Action>>> = ACTIONS;

function nameOf(name: string): ActionName {
  if (isName(name)) return name;
  throw new TypeError(`${name} is no action`);
}

function isName(name: string): name is ActionName {
  return Object.hasOwn(ACTIONS, name);
}

/** So long a request waits for what it asked for, in milliseconds; what takes longer is a job to be asked about. */
const PATIENCE = 3000;

async function acted(
  { serving, writer, jobs, uploads, most }: Doing,
  name: ActionName,
  action: Action,
  request: FastifyRequest,
  reply: FastifyReply,
  more: object = {},
): Promise<FastifyReply> {
  const { caller } = request;
  const role = roleOf(caller);
  refuseBelow(action.role, role, action.name);
  // Before anything of it is read.
  if (jobs.isFull) throw errorOf(SERVER_ISSUES.busy, 'Too many changes wait to be made.');
  const { given, uploads: sent, folder } = await givenBy(request, action, uploads, most);
  const job = jobs.begin(action.name, caller, async (began, progress) => {
    try {
      const task = {
        home: serving.home,
        name,
        given: { ...given, ...more },
        options: {
          who: whoIs(caller),
          role,
          uploads: sent,
          clearance: caller.clearance,
          through: 'server',
        },
        ...(folder === undefined ? {} : { folder }),
      };
      return await writer.do(task, began, progress);
    } finally {
      if (folder !== undefined) await rm(folder, { recursive: true, force: true });
    }
  });
  const isPatient = request.headers['prefer'] !== 'respond-async';
  if (isPatient) await Promise.race([job.ended, patience()]);
  void reply.header('cache-control', 'no-store');
  if (job.state === 'refused') throw job.error;
  if (job.answer !== undefined) return await reply.send(answerOf(job));
  return await reply.code(202).header('location', `/api/jobs/${job.id}`).send(said(job, serving));
}

async function patience(): Promise<void> {
  await new Promise<void>((resolve) => void setTimeout(resolve, PATIENCE).unref());
}

/** The answer in its envelope, with its entry in the journal and what undoes it. */
function answerOf({ answer }: Job): object {
  const { journal, isUndoable } = answer ?? {};
  if (journal === undefined) return { ...answer };
  return { ...answer, ...(isUndoable === true ? { undo: `/api/undo/${String(journal)}` } : {}) };
}

/** What is said of a job. */
function said(job: Job, { places }: Serving): object {
  const { id, action, askedAt, state, progress, error } = job;
  return {
    job: id,
    action,
    askedAt,
    state,
    ...(progress === '' ? {} : { progress }),
    ...(job.answer === undefined ? {} : { answer: answerOf(job) }),
    ...(error === undefined ? {} : refusedAs(error, places).refusal),
  };
}

function registerJobs(app: FastifyInstance, { jobs, serving }: Doing): void {
  app.get<ById>('/api/jobs/:id', { config: WRITING }, async ({ params, caller, headers }, reply) => {
    const job = jobs.of(params.id, caller);
    if (job === undefined) throw errorOf(SERVER_ISSUES.noSuchAddress, 'There is no such job.');
    void reply.header('cache-control', 'no-store');
    if (headers.accept?.includes('text/event-stream') !== true) return await reply.send(said(job, serving));
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    const send = (): void => void raw.write(`data: ${JSON.stringify(said(job, serving))}\n\n`);
    send();
    const leave = jobs.watch(job, send);
    raw.once('close', leave);
    await job.ended;
    raw.end();
    return reply;
  });
}

/** The number of entries that are asked for. @throws FoeprintError N801 */
function limitIn(asked: string | readonly string[] | undefined): number | undefined {
  if (asked === undefined) return undefined;
  const [text = ''] = [asked].flat();
  if (/^\d{1,5}$/u.test(text)) return Number(text);
  throw errorOf(SERVER_ISSUES.badRequest, `“${text}” is no number of entries.`);
}

/** A reader has no role among those who act. */
function roleOf({ role }: Caller): Role {
  const found = ROLES.find((each) => each === role);
  if (found !== undefined) return found;
  throw errorOf(SERVER_ISSUES.notAllowed, 'It takes the role analyst.');
}
