import type { Envelope, SigmaAnswer } from '../../answers/index.ts';
import { documentMarkdown, tableCsv } from '../../render/index.ts';
import { sigmaPackDocument, sigmaTables } from '../../report/index.ts';
import { documentOf } from '../document-of.ts';
import type { AnswerFile } from '../use-case.ts';

/** A pack as files: an index for people and one for tables, and the rules as the library has them. */
export function packFiles(pack: SigmaAnswer, envelope: Envelope): readonly AnswerFile[] {
  const { drafts, testsLicence } = pack;
  const { licence } = pack.library;
  return [
    {
      path: 'README.md',
      text: documentMarkdown(documentOf({ document: sigmaPackDocument }, { ...envelope, answer: pack })),
    },
    ...sigmaTables(pack).map((table) => ({
      path: `${table.name.toLowerCase().replaceAll(' ', '-')}.csv`,
      text: tableCsv(table),
      form: 'csv' as const,
    })),
    ...pack.files.map((file) => ({ ...file, isGiven: true as const })),
    ...drafts.map(({ path, text }) => ({ path, text, form: 'yaml' as const })),
    ...(licence === undefined ? [] : [{ path: 'LICENSE-rules.txt', text: `${licence}\n` }]),
    ...(testsLicence === undefined || drafts.length === 0
      ? []
      : [{ path: 'LICENSE-tests.txt', text: `${testsLicence}\n` }]),
  ];
}
