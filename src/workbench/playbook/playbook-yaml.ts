import {
  DEFAULT_PLAYBOOK,
  PLAYBOOK_FILE,
  PLAYBOOK_VERSION,
  STEP_FORMS,
  type StepName,
} from '../../answers/index.ts';
import { values } from '../../text/index.ts';

/**
 * The default playbook as a YAML file to edit: every key and parameter with what it means, those that say nothing new
 * commented out.
 *
 * @param organisation path of the organisation’s file, from where the playbook will be; commented out where there is none
 */
export function playbookYaml(organisation?: string): string {
  const { title, steps } = DEFAULT_PLAYBOOK;
  const keys = values.keysOf(PLAYBOOK_FILE);
  const lines = [
    '# A playbook of Foeprint: an investigation as steps. Edit it, run it, run it again on newer knowledge.',
    '#   foeprint playbook --file THIS-FILE -o report.html --save-run run.json',
    '#   foeprint playbook --file THIS-FILE -o report.html --since run.json    # what changed, and why',
    '# Every key and every step: docs/playbook.md',
    `playbook: ${PLAYBOOK_VERSION}`,
    `title: ${quoted(title)}`,
    `${organisation === undefined ? '# ' : ''}organisation: ${quoted(organisation ?? 'org.yaml')} # ${keys.organisation.meaning}`,
    `# asOf: 2025-10-28 # ${keys.asOf.meaning}`,
    `# hide: [] # ${keys.hide.meaning}`,
    `# weights: { sector: 1 } # ${keys.weights.meaning}`,
    'steps:',
    ...steps.flatMap(({ step }) => stepLines(step, STEP_FORMS[step])),
    '',
    '  # Your own words, wherever they belong; `title` and `notes` may be given to every step.',
    '  # - step: note',
    `  #   title: ${quoted(STEP_FORMS.note.title)}`,
    '  #   with:',
    '  #     text: |',
    '  #       A paragraph.',
    '  #',
    '  #       And another.',
  ];
  return `${lines.join('\n')}\n`;
}

function stepLines(
  step: StepName,
  { answers, parameters }: (typeof STEP_FORMS)[StepName],
): readonly string[] {
  const keys: Readonly<Record<string, values.KeyMeaning>> = values.keysOf(parameters);
  const given = Object.entries(keys);
  return [
    '',
    `  # ${answers}`,
    `  - step: ${step}`,
    ...(given.length === 0 ? [] : ['    with:']),
    ...given.map(([name, { fallback, meaning }]) => `      ${name}: ${written(fallback)} # ${meaning}`),
  ];
}

function written(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** JSON texts are YAML texts. */
function quoted(text: string): string {
  return JSON.stringify(text);
}
