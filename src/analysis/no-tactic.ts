import type { Mention } from '../answers/index.ts';

/** Where lists by tactic put techniques whose tactic nobody tells: a place of its own, behind all others. */
export const NO_TACTIC: Mention = { id: '', type: 'x-mitre-tactic', name: 'No tactic known', label: '' };
