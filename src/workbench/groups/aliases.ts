import type { AliasesAnswer } from '../../answers/index.ts';
import { aliasesOf } from '../../analysis/index.ts';
import { readEvidence } from '../../stix/index.ts';
import { typesOf } from '../../threat/index.ts';
import type { Reading } from '../../desk/index.ts';
import { findOne } from '../names/find-one.ts';

/**
 * Every claim of identity around a name of an adversary, its ATT&CK id or its STIX id. Nothing is decided by the name:
 * entries of different sources stay apart, and each relation between two has who claims it.
 *
 * @throws FoeprintError W601 when no adversary has the name
 */
export function aliases({ view }: Reading, name: string): AliasesAnswer {
  const found = aliasesOf(view, name, readEvidence);
  if (found.bearers.length === 0) findOne(view, name, [...typesOf('group'), ...typesOf('actor')]);
  return found;
}
