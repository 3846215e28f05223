import { errorOf, type MarkingLevel } from '../facts/index.ts';
import { tlpNamed } from '../threat/index.ts';
import { ACTION_ISSUES } from './issues.ts';

/** The level that `--tlp` names; undefined where it is not given. @throws FoeprintError C734 where it names none */
export function levelNamed(text: string | undefined): MarkingLevel | undefined {
  if (text === undefined) return undefined;
  const level = tlpNamed(text);
  if (level !== undefined) return level.name;
  throw errorOf(ACTION_ISSUES.noLevel, `“${text}” is no level of the Traffic Light Protocol.`);
}
