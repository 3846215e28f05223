import type { OptionDeclaration } from './command.ts';

/** By which rules to answer. */
export const RULES_OPTION: OptionDeclaration = {
  flags: '--rules <pack>',
  says: 'rule pack to reason with: standard, reference, or a .dl file (repeatable)',
  many: true,
  fallback: 'as configured: standard',
};

/** Options of every command that answers from the stored knowledge: which part of it to answer from. */
export const SELECTION_OPTIONS: readonly OptionDeclaration[] = [
  {
    flags: '--release <release>',
    says: 'answer from this release of ATT&CK, e.g. 17.1',
    fallback: 'the newest loaded',
  },
  {
    flags: '--domain <domain>',
    says: 'answer from this domain only (repeatable)',
    many: true,
    fallback: 'all that are loaded',
  },
  { flags: '--withdrawn', says: 'take in revoked and deprecated knowledge, shown as such' },
  RULES_OPTION,
];
