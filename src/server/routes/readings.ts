import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { inUtf8, placeName, type Limits } from '../../acquisition/index.ts';
import { errorOf, FoeprintError, isCleared, type Issue, type MarkingLevel } from '../../facts/index.ts';
import type { Incident } from '../../answers/index.ts';
import { openHome, readCoverage, withNames } from '../../home/index.ts';
import { incidentOf, INTAKE_ISSUES, readAlerts, readOrganisationText } from '../../intake/index.ts';
import { fromUtf8 } from '../../text/index.ts';
import { SERVER_ISSUES } from '../issues.ts';
import type { READ_FIELDS } from '../questions/read-fields.ts';
import type { RouteGroup } from './route-group.ts';

/** A file as it was sent. */
interface SentFile {
  /** As it was sent, without folders. */
  readonly name: string;
  readonly bytes: Buffer;
  readonly limits: Limits;
  /** How far what it is marked with may go. */
  readonly clearance: MarkingLevel;
}

/** What a file holds, as the field of a question takes it. */
interface Reading {
  readonly value: unknown;
  /** What could not be used; the rest is in the value. */
  readonly issues: readonly Issue[];
}

/** What files of questions are read for a browser, which reads no YAML, no archive and no rule: a row for each field that takes one. */
const READINGS: Readonly<Record<keyof typeof READ_FIELDS, (file: SentFile) => Reading | Promise<Reading>>> = {
  organisation: organisationIn,
  coverage: coverageIn,
  incident: incidentIn,
};

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
            const name = basename(query.file?.at(-1) ?? kind);
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

/** @throws FoeprintError I17x where it is none, or has mistakes: an answer for another one would be taken for right */
function organisationIn({ name, bytes }: SentFile): Reading {
  // Files that it names lie beside it, where no server is.
  const { organisation, issues } = readOrganisationText(bytes.toString('utf8'), name, (file) =>
    basename(file),
  );
  const faults = issues.filter(({ severity }) => severity === 'error');
  if (organisation === undefined || faults.length > 0)
    throw new FoeprintError(faults.length > 0 ? faults : issues);
  return { value: { ...organisation, controls: { ...organisation.controls, coverage: [] } }, issues };
}

/** @throws FoeprintError I16x where nothing of it says what is covered, N813 where it is marked above the clearance */
async function coverageIn({ name, bytes, limits, clearance }: SentFile): Promise<Reading> {
  const folder = await mkdtemp(join(tmpdir(), 'foeprint-'));
  try {
    const file = join(folder, name.replaceAll(/[^\w.-]/gu, '_'));
    await writeFile(file, bytes, { mode: 0o600 });
    const { coverage, claims, logSources, issues } = await readCoverage([file], { limits });
    if (coverage.marking !== undefined && !isCleared(coverage.marking, clearance))
      throw errorOf(SERVER_ISSUES.markedAbove, `“${name}” is marked above what may be shown here.`);
    if (claims.length + logSources.length === 0)
      throw issues.length > 0
        ? new FoeprintError(issues)
        : errorOf(INTAKE_ISSUES.nothingCovered, 'It does not say that a technique is covered.', {
            file: name,
          });
    const { marking } = coverage;
    return {
      value: {
        claims: withNames([file], claims),
        ...(logSources.length === 0 ? {} : { logSources: withNames([file], logSources) }),
        ...(marking === undefined ? {} : { marking }),
      },
      issues,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Reading takes the thread that answers everybody: much more than alerts of an incident are is not read there. */
const MOST_OF_ALERTS = 4 * 1024 * 1024;

/** @throws FoeprintError I193 where it has no alert at all, N805 where it is large, N813 where it is marked above the clearance */
function incidentIn({ name, bytes, clearance }: SentFile): Reading {
  if (bytes.length > MOST_OF_ALERTS)
    throw errorOf(
      SERVER_ISSUES.tooLarge,
      'Alerts of more than 4 MB are no incident.',
      {},
      'Send those of one incident.',
    );
  const { alerts, issues } = readAlerts(fromUtf8(inUtf8(bytes, name)), name);
  if (alerts.length === 0) throw new FoeprintError(issues);
  const { id, ...incident } = incidentOf(alerts);
  if (incident.marking !== undefined && !isCleared(incident.marking, clearance))
    throw errorOf(SERVER_ISSUES.markedAbove, `“${name}” is marked above what may be shown here.`);
  const value: Incident = id === '' ? incident : { id, ...incident };
  return { value, issues };
}
