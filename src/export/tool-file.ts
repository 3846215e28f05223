import type { TextForm } from './marking/mark-text.ts';

/** One of the files of another tool. */
export interface ToolFile {
  /** Below a folder, parts separated by `/`. */
  readonly path: string;
  readonly text: string;
  /** How it says how far it may go. */
  readonly form: TextForm;
}

/** A name as a part of a path: small letters, digits and hyphens. */
export function pathPart(name: string, otherwise: string): string {
  const part = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .slice(0, 80)
    .replaceAll(/^-+|-+$/gu, '');
  return part === '' ? otherwise : part;
}
