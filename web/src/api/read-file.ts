import type { QuestionOf } from 'foeprint/answers';
import { fetchJson, type ApiIssue } from './ask.ts';
import type { Coverage } from '../given/coverage-given.ts';
import type { Organisation } from '../given/organisation.ts';

/** What files are read into, by their kind. */
interface Read {
  readonly organisation: Organisation;
  readonly coverage: Coverage;
  readonly incident: NonNullable<QuestionOf<'triage'>['incident']>;
}

/**
 * Has the server read a file into what questions take. It keeps nothing of it.
 *
 * @throws ApiFault with what is wrong with the file
 */
export async function readFile<Kind extends keyof Read>(
  kind: Kind,
  file: Blob & { readonly name: string },
): Promise<{ readonly value: Read[Kind]; readonly issues: readonly ApiIssue[] }> {
  const address = `/api/read/${kind}?${new URLSearchParams({ file: file.name }).toString()}`;
  return (await fetchJson(address, { method: 'POST', body: file })) as never;
}
