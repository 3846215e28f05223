import type { AnswerOf } from 'foeprint/answers';

/**
 * An organisation as the text of an `org.yaml`: JSON is YAML. Files of coverage are not where a browser is, and what was left out of a
 * description is no part of it.
 */
export function organisationText(organisation: AnswerOf<'threats'>['organisation']): string {
  const { misread: _, controls, ...others } = organisation;
  const { coverage: _files, ...kept } = controls;
  return JSON.stringify({ ...others, controls: kept }, null, 2);
}
