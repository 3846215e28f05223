import { refusal } from '../issues.ts';

/** What reads documents, and in which version we use it: the optional dependencies of package.json. */
export const DOCUMENT_PACKAGES = {
  unpdf: '1.7.0',
  mammoth: '1.13.0',
  linkedom: '0.18.15',
  '@mozilla/readability': '0.6.0',
} as const;

/**
 * A package that reads documents, loaded when the first of its kind comes: none of them is needed for anything else.
 *
 * @throws FoeprintError A470 where it is not installed or does not run here
 */
export async function loadPackage<Loaded>(
  name: keyof typeof DOCUMENT_PACKAGES,
  load: () => Promise<Loaded>,
): Promise<Loaded> {
  try {
    return await load();
  } catch (error) {
    const [reason = ''] = String(error instanceof Error ? error.message : error).split('\n');
    const isAbsent =
      error instanceof Error && 'code' in error && String(error.code).endsWith('MODULE_NOT_FOUND');
    const message = isAbsent
      ? `The package ${name} is not installed.`
      : `${name} cannot be loaded (${reason}).`;
    const hint = `Install it: \`npm i ${name}@${DOCUMENT_PACKAGES[name]}\`.`;
    throw refusal('no-document-reader', message, undefined, hint);
  }
}
