import type { Mention } from '../explanation/mention.ts';

/** Where lists by tactic put techniques whose tactic no source reports: a place of its own, behind all others. */
export const NO_TACTIC: Mention = { id: '', type: 'x-mitre-tactic', name: 'No tactic known', label: '' };
