import type { OptionDeclaration } from './command.ts';

/** By which rules to answer. */
export const RULES_OPTION: OptionDeclaration = {
  flags: '--rules <pack>',
  help: 'rule pack to reason with: standard, reference, or a .dl file (repeatable)',
  many: true,
  fallback: 'as configured: standard',
};
