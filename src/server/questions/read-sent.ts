import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { inUtf8, type Limits } from '../../acquisition/index.ts';
import { errorOf, FoeprintError, isCleared, type Issue, type MarkingLevel } from '../../facts/index.ts';
import type { GivenReport, Incident } from '../../answers/index.ts';
import { readCoverage, withNames } from '../../home/index.ts';
import { incidentOf, INTAKE_ISSUES, readAlerts, readOrganisationText } from '../../intake/index.ts';
import { fromUtf8 } from '../../text/index.ts';
import { SERVER_ISSUES } from '../issues.ts';
import type { READ_FIELDS } from './read-fields.ts';

/** A file as it was sent. */
export interface SentFile {
  /** As it was sent, without folders. */
  readonly name: string;
  readonly bytes: Buffer;
  readonly limits: Limits;
  /** How far what it is marked with may go. */
  readonly clearance: MarkingLevel;
}

/** What a file holds, as the field of a question takes it. */
export interface Reading {
  readonly value: unknown;
  /** What could not be used; the rest is in the value. */
  readonly issues: readonly Issue[];
}

/** What files of questions are read for a browser, which reads no YAML, no archive and no rule: a row for each field that takes one. */
export const READINGS: Readonly<
  Record<keyof typeof READ_FIELDS, (file: SentFile) => Reading | Promise<Reading>>
> = {
  organisation: organisationIn,
  coverage: coverageIn,
  incident: incidentIn,
  report: reportIn,
};

/** Reading takes the thread that answers everybody: larger than what an organisation or an incident ever is, it is not read there. */
const MOST_OF_ORGANISATION = 1024 * 1024;
const MOST_OF_ALERTS = 4 * 1024 * 1024;

/** @throws FoeprintError I17x where it is none, or has mistakes: an answer for another one would be taken for right; N805 where it is large */
function organisationIn({ name, bytes }: SentFile): Reading {
  if (bytes.length > MOST_OF_ORGANISATION)
    throw errorOf(SERVER_ISSUES.tooLarge, 'No organisation takes more than 1 MB.', {}, 'Say less of it.');
  // Files that it names lie beside it, where no server is.
  const { organisation, issues } = readOrganisationText(bytes.toString('utf8'), name, (file) =>
    basename(file),
  );
  const faults = issues.filter(({ severity }) => severity === 'error');
  if (organisation === undefined || faults.length > 0)
    throw new FoeprintError(faults.length > 0 ? faults : issues);
  return { value: { ...organisation, controls: { ...organisation.controls, coverage: [] } }, issues };
}

/** @throws FoeprintError I16x where nothing of it says what is covered, N814 where it is marked above the clearance */
async function coverageIn({ name, bytes, limits, clearance }: SentFile): Promise<Reading> {
  const folder = await mkdtemp(join(tmpdir(), 'foeprint-'));
  try {
    const file = join(folder, name);
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

/** @throws FoeprintError I193 where it has no alert at all, N805 where it is large, N814 where it is marked above the clearance */
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

/** The text of a report; what is no text is added to the home, which reads documents of every kind, and asked for from there. */
function reportIn({ name, bytes }: SentFile): Reading {
  const text = fromUtf8(inUtf8(bytes, name));
  const value: GivenReport = { title: name, kind: 'vendor-report', format: 'a text', text, mentions: [] };
  return { value, issues: [] };
}
