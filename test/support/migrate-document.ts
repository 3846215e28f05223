import type { MigratedDocument } from '../../src/answers/index.ts';
import type { ReleaseTarget } from '../../src/analysis/index.ts';
import { layersText } from '../../src/export/index.ts';
import { documentToMigrate } from '../../src/intake/index.ts';
import { migrateDocument as migrated } from '../../src/workbench/releases/migrate.ts';

/** Carries a file to another release, from its text to the text that is written. */
export function migrateDocument(
  file: string,
  text: string,
  target: ReleaseTarget,
): MigratedDocument & { readonly text: string } {
  const document = migrated(documentToMigrate(file, text), target);
  const { layers } = document;
  return { ...document, text: layers === undefined ? (document.text ?? text) : layersText(layers) };
}
