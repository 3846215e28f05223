import type { Playbook } from './playbook.ts';
import type { StepName } from './steps.ts';

/** Steps of the default playbook. */
const DEFAULT_STEPS: readonly StepName[] = [
  'summary',
  'threats',
  'group',
  'expected',
  'priorities',
  'what-if',
  'confidence',
  'method',
];

/** What is run where only an organisation is given. */
export const DEFAULT_PLAYBOOK: Playbook = {
  title: 'Threat profile',
  hide: [],
  weights: {},
  steps: DEFAULT_STEPS.map((step) => ({ step, with: {} })),
};
