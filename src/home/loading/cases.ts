import { createHash } from 'node:crypto';
import {
  FoeprintError,
  isCleared,
  type Delivery,
  type MarkingLevel,
  type NameResolver,
} from '../../facts/index.ts';
import {
  INTAKE_ISSUES,
  readCaseDocument,
  readCaseFile,
  readSingleAssertion,
  retraction,
  writeCaseDocument,
  type CaseDocument,
} from '../../intake/index.ts';
import { assertionId, assertionLabel, type Assertion, type Raw } from '../../stix/index.ts';
import type { IngestReport, KnowledgeView } from '../../knowledge/index.ts';
import { clearedTo } from '../access.ts';
import type { Home } from '../home.ts';
import { refusal } from '../issues.ts';
import { textOfFile } from '../files/text-of-file.ts';
import { compressedForm } from '../copies/kept-copies.ts';
import type { LoadReport } from './load-source.ts';
import { storeWithCopies, type CopyToKeep } from '../copies/store-with-copies.ts';

/** How names are understood: as questions understand them, which a home knows nothing of. */
export type Naming = (view: KnowledgeView) => NameResolver;

/** Whether a location is read as a case file. */
export function isCaseFile(location: string): boolean {
  return /\.(?:ya?ml|csv)$/i.test(location);
}

/**
 * Loads a case file, YAML or CSV. What its names mean is looked up in what is loaded; what cannot be used is listed.
 *
 * @param clearance of whoever loads it: nothing above it is looked up, named in what is refused, or changed; default all
 * @throws FoeprintError A4xx where the file cannot be read, I1xx where nothing in it can be used, H598
 */
export async function loadCaseFile(
  home: Home,
  path: string,
  names: Naming,
  loadedAt: string = new Date().toISOString(),
  clearance?: MarkingLevel,
): Promise<LoadReport> {
  const text = await textOfFile(path, home.config.limits, INTAKE_ISSUES.notACase);
  const { documents, issues } = readCaseFile(text, path, await resolverOf(home, names, clearance));
  if (documents.length === 0) throw new FoeprintError(issues);
  await refuseMarked(home, documents, clearance);
  const ingested = await storeCases(home, documents, path, loadedAt);
  const [first, ...others] = ingested;
  const reports = first === undefined ? [] : [{ ...first, issues: [...issues, ...first.issues] }, ...others];
  return { location: path, unchanged: false, ingested: reports };
}

/**
 * Stores one assertion, given field by field.
 *
 * @param clearance as for {@link loadCaseFile}
 * @throws FoeprintError I14x with everything that is wrong with it, H598
 */
export async function assertFact(
  home: Home,
  fields: ReadonlyMap<string, string>,
  names: Naming,
  reportedAt: string = new Date().toISOString(),
  clearance?: MarkingLevel,
): Promise<Assertion> {
  const resolver = await resolverOf(home, names, clearance);
  const { document, issues } = readSingleAssertion(fields, resolver, reportedAt);
  const [assertion] = document?.assertions ?? [];
  if (document === undefined || assertion === undefined) throw new FoeprintError(issues);
  await refuseMarked(home, [document], clearance);
  await storeCases(home, [document], 'assert', reportedAt);
  return assertion;
}

/** Takes an assertion back: it stays as history, and what others report stays as it was. */
export async function retractAssertion(
  home: Home,
  assertion: Assertion,
  retractedAt: string = new Date().toISOString(),
): Promise<void> {
  await storeCases(home, [retraction(assertion, retractedAt)], 'retract', retractedAt);
}

/** A case document as it is kept. */
interface CaseBytes {
  readonly raw: Raw;
  readonly bytes: Buffer;
  readonly sha256: string;
}

/** The same document always gives the same bytes. */
export function caseBytes(document: CaseDocument): CaseBytes {
  const raw = writeCaseDocument(document);
  const bytes = Buffer.from(`${JSON.stringify(raw)}\n`);
  return { raw, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** Stores case documents, all or none, and keeps copies from which a home can be rebuilt. */
export async function storeCases(
  home: Home,
  documents: readonly CaseDocument[],
  location: string,
  loadedAt: string,
): Promise<readonly IngestReport[]> {
  const knowledge = await home.knowledgeBase();
  const deliveries: Delivery[] = [];
  const copies: CopyToKeep[] = [];
  for (const document of documents) {
    const { raw, bytes, sha256 } = caseBytes(document);
    const about = { location, sha256, bytes: bytes.length };
    deliveries.push(readCaseDocument(raw, about));
    copies.push({ copy: { ...about, loadedAt }, packed: await compressedForm(bytes, undefined) });
  }
  return await storeWithCopies(home.paths, copies, knowledge.sources(), () =>
    knowledge.ingestAll(deliveries, loadedAt),
  );
}

async function resolverOf(
  home: Home,
  names: Naming,
  clearance: MarkingLevel | undefined,
): Promise<NameResolver> {
  return names(clearedTo(clearance, await home.knowledgeBase()).view());
}

/** Said again by the same source, an assertion is changed: by whoever may see it. @throws FoeprintError H598 */
async function refuseMarked(
  home: Home,
  documents: readonly CaseDocument[],
  clearance: MarkingLevel | undefined,
): Promise<void> {
  const view = (await home.knowledgeBase()).view();
  for (const id of documents.flatMap(({ assertions }) => assertions.map(assertionId)))
    if (!isCleared(view.versions(id)[0]?.level, clearance))
      throw refusal('assertion-marked', `${assertionLabel(id)} is marked above what you may change.`);
}
