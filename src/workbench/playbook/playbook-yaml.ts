import { DEFAULT_PLAYBOOK } from './default-playbook.ts';
import { PLAYBOOK_KEYS, PLAYBOOK_VERSION } from './playbook.ts';
import { STEPS } from './steps.ts';
import type { Parameter, ParameterValue } from './parameter.ts';

/**
 * The default playbook as a YAML file to edit: every key and parameter with what it means, those that say nothing new
 * commented out.
 *
 * @param organisation path of the organisation’s file, from where the playbook will be; commented out where there is none
 */
export function playbookYaml(organisation?: string): string {
  const { title, steps } = DEFAULT_PLAYBOOK;
  const lines = [
    '# A playbook of Foeprint: an investigation as steps. Edit it, run it, run it again on newer knowledge.',
    '#   foeprint playbook --file THIS-FILE -o report.html --save-run run.json',
    '#   foeprint playbook --file THIS-FILE -o report.html --since run.json    # what changed, and why',
    '# Every key and every step: docs/playbook.md',
    `playbook: ${PLAYBOOK_VERSION}`,
    `title: ${quoted(title)}`,
    `${organisation === undefined ? '# ' : ''}organisation: ${quoted(organisation ?? 'org.yaml')} # ${PLAYBOOK_KEYS.organisation.meaning}`,
    `# asOf: 2025-10-28 # ${PLAYBOOK_KEYS.asOf.meaning}`,
    `# hide: [] # ${PLAYBOOK_KEYS.hide.meaning}`,
    `# weights: { sector: 1 } # ${PLAYBOOK_KEYS.weights.meaning}`,
    'steps:',
    ...steps.flatMap(({ step }) => stepLines(STEPS[step].answers, step, STEPS[step].parameters)),
    '',
    '  # Your own words, wherever they belong; `title` and `notes` may be given to every step.',
    '  # - step: note',
    `  #   title: ${quoted(STEPS.note.title)}`,
    '  #   with:',
    '  #     text: |',
    '  #       A paragraph.',
    '  #',
    '  #       And another.',
  ];
  return `${lines.join('\n')}\n`;
}

function stepLines(
  answers: string,
  step: string,
  parameters: Readonly<Record<string, Parameter<ParameterValue>>>,
): readonly string[] {
  const given = Object.entries(parameters);
  return [
    '',
    `  # ${answers}`,
    `  - step: ${step}`,
    ...(given.length === 0 ? [] : ['    with:']),
    ...given.map(([name, { fallback, meaning }]) => `      ${name}: ${written(fallback)} # ${meaning}`),
  ];
}

function written(value: ParameterValue): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' ? value : `[${value.map(quoted).join(', ')}]`;
}

/** JSON texts are YAML texts. */
function quoted(text: string): string {
  return JSON.stringify(text);
}
