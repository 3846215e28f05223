import { parametersOf } from '../../forms/index.ts';
import type { UseCase, UseCaseName } from '../../workbench/index.ts';

/** A field of questions that files are read into, by the path below `/api/read/`, which is also what its file holds: which question has it, and what the file is. */
export interface ReadField {
  readonly useCase: UseCaseName;
  readonly summary: string;
}

/** A row for each field that takes a file. */
export const READ_FIELDS = {
  organisation: { useCase: 'threats', summary: 'read an organisation (`org.yaml`)' },
  coverage: { useCase: 'coverage-gaps', summary: 'read coverage, in every format' },
  incident: { useCase: 'triage', summary: 'read alerts of an incident' },
  report: { useCase: 'report-extract', summary: 'read the text of a report' },
} as const satisfies Readonly<Record<string, ReadField>>;

/** The field that takes a text which is sent as the body of a question: the first that files are read into here; undefined: none. */
export function fieldOfText(
  useCase: Pick<UseCase, 'question'>,
): { readonly field: string; readonly holds: keyof typeof READ_FIELDS } | undefined {
  for (const { field, holds } of parametersOf(useCase))
    if (holds !== undefined && isRead(holds)) return { field, holds };
  return undefined;
}

function isRead(holds: string): holds is keyof typeof READ_FIELDS {
  return Object.hasOwn(READ_FIELDS, holds);
}

/** Media types of such a body, beside JSON. */
export const TEXT_TYPES = [
  'text/plain',
  'text/markdown',
  'text/csv',
  'text/yaml',
  'application/yaml',
  'application/x-yaml',
];
