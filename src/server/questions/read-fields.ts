import type { UseCaseName } from '../../workbench/index.ts';

/** A field of questions that files are read into, by the path below `/api/read/`: which question has it, and what the file is. */
export interface ReadField {
  readonly useCase: UseCaseName;
  readonly summary: string;
}

/** A row for each field that takes a file. */
export const READ_FIELDS = {
  organisation: { useCase: 'threats', summary: 'read an organisation (`org.yaml`)' },
  coverage: { useCase: 'coverage-gaps', summary: 'read coverage, in every format' },
  incident: { useCase: 'triage', summary: 'read alerts of an incident' },
} as const satisfies Readonly<Record<string, ReadField>>;
