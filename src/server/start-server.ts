import { homedir } from 'node:os';
import { fileURLToPath } from 'node:url';
import fastify, { LogController, type FastifyError, type FastifyInstance } from 'fastify';
import { errorOf, FoeprintError, type MarkingLevel } from '../facts/index.ts';
import { isValid, keptTokens, openHome, type HomeOptions } from '../home/index.ts';
import { systemReason } from '../text/index.ts';
import { Answerer, type Answers } from './answering/answerer.ts';
import type { HomeChoice } from './answering/home-version.ts';
import { WorkerAnswers } from './answering/worker-answers.ts';
import { Answering } from './answering/answering.ts';
import { Authentication } from './http/authentication.ts';
import { Metrics } from './http/metrics.ts';
import { protect } from './http/protection.ts';
import { isLoopback, ownNames, refuseForeign } from './http/same-site.ts';
import { refusedAs } from './http/refusal.ts';
import { refuseBroken } from './http/refuse-broken.ts';
import { SERVER_ISSUES } from './issues.ts';
import { queryOf } from './questions/read-query.ts';
import { ROUTE_GROUPS } from './routes/groups.ts';
import type { Serving } from './serving.ts';
import { Writer } from './writing/writer.ts';

/** How a server is started. */
export interface ServerOptions extends Pick<HomeOptions, 'home' | 'config'> {
  /** Default `127.0.0.1`: this machine alone. */
  readonly host?: string | undefined;
  /** Default 8737; 0 for any that is free. */
  readonly port?: number | undefined;
  /** Address under which others reach it, e.g. `https://foeprint.example`, where a proxy stands before it. */
  readonly baseUrl?: string | undefined;
  /** Further names that it answers to, with or without a port. */
  readonly allowHosts?: readonly string[] | undefined;
  /** Whether everybody needs a token, also at this machine; always where the address is one that others may reach. Default false. */
  readonly auth?: boolean | undefined;
  /** How far answers may go at most; default as the setting `clearance` says. */
  readonly clearance?: MarkingLevel | undefined;
  /** Folder of the built web application; default the one that comes with Foeprint. It need not be there. */
  readonly webFolder?: string | undefined;
  /** Requests that one address may send within a minute where tokens are demanded; default 1200. */
  readonly perMinute?: number | undefined;
  /** Whether assistants have tools that record what people say, where the role of whoever asks allows it; default false. */
  readonly assistantsWrite?: boolean | undefined;
  /** Whether another thread answers, so that this one always serves; default false, and true where it listens on a port and is built. */
  readonly worker?: boolean | undefined;
  /** Level of the log, which goes to standard error as JSON; default `silent`. */
  readonly log?: 'silent' | 'error' | 'warn' | 'info' | 'debug' | undefined;
}

/** A server that runs. */
export interface RunningServer {
  /** Where it answers, e.g. `http://127.0.0.1:8737`. */
  readonly address: string;
  /** For questions within the process: `app.inject`. */
  readonly app: FastifyInstance;
  /** Ends it: what was asked is answered, nothing more is taken. */
  readonly close: () => Promise<void>;
}

const PORT = 8737;
const LOOPBACK = '127.0.0.1';
/** Requests of one address within a minute. */
const PER_MINUTE = 1200;
/** So long a request may take to come in, in milliseconds. */
const LONGEST_REQUEST = 60_000;
/** Threads of Node read JavaScript alone: from source, this one answers. */
const IS_BUILT = !import.meta.url.endsWith('.ts');
const METHODS = ['GET', 'HEAD', 'POST', 'DELETE'] as const;
const LARGEST_BODY = 32 * 1024 * 1024;

/** Where the web application is, as it was built: beside `src/` and within `dist/`, two levels above this file and its bundle. */
const WEB_FOLDER = fileURLToPath(new URL('../../dist/web', import.meta.url));

/** Makes a server that answers questions, without a port: for tests, and for {@link startServer}. */
export async function makeServer(options: ServerOptions = {}): Promise<FastifyInstance> {
  const { home, config, webFolder = WEB_FOLDER, log = 'silent', host = LOOPBACK, baseUrl } = options;
  // What is wrong with the settings is said before anything is served.
  const { config: settings, paths } = await openHome({ home, config });
  const answering = new Answering(answersFrom({ home, config }, options.worker === true), { home, config });
  const isSecure = baseUrl?.startsWith('https:') ?? !isLoopback(host);
  const serving: Serving = {
    home: { home, config },
    answering,
    writer: new Writer(),
    assistantsWrite: options.assistantsWrite ?? false,
    metrics: new Metrics(
      () => answering.bytesKept,
      () => answering.threads,
    ),
    authentication: new Authentication({
      tokens: paths.tokens,
      isDemanded: isDemanded(options),
      clearance: options.clearance ?? settings.clearance,
      isSecure,
    }),
    address: baseUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${String(options.port ?? PORT)}`,
    webFolder,
    places: [paths.folder, process.cwd(), homedir()].filter((place) => place.length > 1),
  };
  const app = fastify({
    logger: log === 'silent' ? false : { level: log, stream: process.stderr },
    // One line for each, below: without its query and headers, which may say what was confided, or let one in.
    logController: new LogController({ disableRequestLogging: true }),
    requestTimeout: LONGEST_REQUEST,
    // Whoever names an address for it has a proxy before it, on this machine.
    trustProxy: baseUrl === undefined ? false : 'loopback',
    bodyLimit: LARGEST_BODY,
    routerOptions: { querystringParser: (text) => queryOf(new URLSearchParams(text)) },
    forceCloseConnections: 'idle',
    clientErrorHandler: refuseBroken,
  });
  app.removeContentTypeParser('text/plain');
  app.setErrorHandler(async (error: FastifyError, request, reply) => {
    const known = error instanceof FoeprintError ? error : refusalOf(error);
    if (known === error) request.log.info({ code: known.code }, 'refused');
    if (known === undefined) request.log.error(error);
    const { status, refusal } = refusedAs(known ?? error, serving.places);
    if (status === 401) void reply.header('www-authenticate', 'Bearer');
    return await reply.code(status).header('cache-control', 'no-store').send(refusal);
  });
  app.setNotFoundHandler((request, reply) => {
    const allowed = METHODS.filter((method) => app.hasRoute({ method, url: pathOf(request.url) }));
    if (allowed.length > 0) {
      void reply.header('allow', allowed.join(', '));
      throw errorOf(SERVER_ISSUES.wrongMethod, `It does not answer to ${request.method}.`);
    }
    throw errorOf(SERVER_ISSUES.noSuchAddress, `There is nothing at \`${pathOf(request.url)}\`.`);
  });
  const names = ownNames(host, baseUrl, options.allowHosts ?? []);
  app.decorateRequest('caller');
  app.addHook('onRequest', (request, _, done) => {
    refuseForeign(request, names);
    done();
  });
  await protect(app, {
    perMinute: isDemanded(options) ? (options.perMinute ?? PER_MINUTE) : undefined,
    isSecure,
  });
  // After the limit of requests, which whoever guesses tokens would meet.
  app.addHook('preParsing', async (request) => {
    request.caller = await serving.authentication.callerFor(request);
  });
  app.addHook('onResponse', (request, reply, done) => {
    serving.metrics.count(request, reply);
    const { method, url, caller } = request;
    const took = Math.round(reply.elapsedTime);
    const line = { method, path: pathOf(url), status: reply.statusCode, ms: took, by: caller?.name };
    request.log.info(line, 'answered');
    done();
  });
  app.addHook('onClose', async () => {
    await serving.writer.close();
    await serving.answering.close();
    await serving.authentication.settled();
  });
  for (const { register } of ROUTE_GROUPS) await register(app, serving);
  return app;
}

/**
 * Starts a server.
 *
 * @throws FoeprintError H5xx where the home cannot be used, N850 and N851 where it cannot listen
 */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const { host = LOOPBACK, port = PORT } = options;
  if (isDemanded(options)) await refuseWithoutTokens(options);
  const app = await makeServer({ worker: IS_BUILT, ...options });
  try {
    const address = await app.listen({ host, port });
    return { address, app, close: async () => await app.close() };
  } catch (error) {
    await app.close();
    throw errorOf(
      SERVER_ISSUES.cannotListen,
      `${host}:${String(port)} cannot be listened on: ${systemReason(error)}.`,
    );
  }
}

function answersFrom(choice: HomeChoice, isElsewhere: boolean): Answers {
  if (!isElsewhere) return new Answerer(choice);
  const answers = new WorkerAnswers(choice);
  answers.start();
  return answers;
}

function isDemanded({ auth = false, host = LOOPBACK }: ServerOptions): boolean {
  return auth || !isLoopback(host);
}

async function refuseWithoutTokens({ home, config, host = LOOPBACK }: ServerOptions): Promise<void> {
  const { paths } = await openHome({ home, config });
  const now = new Date().toISOString();
  if ((await keptTokens(paths.tokens)).some((token) => isValid(token, now))) return;
  throw errorOf(SERVER_ISSUES.noTokens, `Nobody could ask a server at ${host}: there is no token.`);
}

/** What HTTP itself refuses, as an issue; undefined where it is a fault of ours. */
function refusalOf({ statusCode = 500, message }: FastifyError): FoeprintError | undefined {
  if (statusCode === 413) return errorOf(SERVER_ISSUES.tooLarge, 'The body is too large.');
  if (statusCode === 415) return errorOf(SERVER_ISSUES.wrongMediaType, message);
  return statusCode < 500 ? errorOf(SERVER_ISSUES.badRequest, message) : undefined;
}

function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? url;
}
