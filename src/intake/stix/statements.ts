import type { Statement } from '../../facts/index.ts';
import {
  attackKey,
  attackNumber,
  killChainNamed,
  tacticKey,
  tacticShortName,
  typesOf,
} from '../../threat/index.ts';
import { EMBEDDED_REFERENCES, type EmbeddedReference } from './embedded-references.ts';
import { isRaw, rawsOf, textOf, type Raw } from '../../stix/index.ts';
import { isId, type SoundObject } from './sound-object.ts';
import type { Tactics } from './tactics.ts';

const NOTHING: readonly Statement[] = [];

/** What an object reports: a relationship its one fact, anything else what its fields refer to. */
export function readStatements(object: SoundObject, tactics: Tactics): readonly Statement[] {
  if (object.type === 'relationship') return [readRelationship(object.raw)];
  if (object.type === 'marking-definition') return NOTHING;
  const statements: Statement[] = [];
  for (const row of EMBEDDED_REFERENCES) readEmbedded(object, row, statements);
  for (const phase of rawsOf(object.raw, 'kill_chain_phases')) readPhase(object, phase, tactics, statements);
  return statements;
}

function readRelationship(raw: Raw): Statement {
  return {
    relation: textOf(raw, 'relationship_type'),
    subject: textOf(raw, 'source_ref'),
    object: textOf(raw, 'target_ref'),
  };
}

function readEmbedded({ raw, id, type }: SoundObject, row: EmbeddedReference, statements: Statement[]): void {
  const value = raw[row.field];
  if (value === undefined || row.types?.includes(type) === false) return;
  if (!Array.isArray(value)) readEntry(id, value, row, statements);
  else for (const entry of value) readEntry(id, entry, row, statements);
}

/** Empty texts and what is no reference are not values; `ignoredFields` reports the latter. */
function readEntry(id: string, entry: unknown, row: EmbeddedReference, statements: Statement[]): void {
  const value = row.within === undefined ? entry : isRaw(entry) ? entry[row.within] : undefined;
  if (typeof value !== 'string' || value === '') return;
  const { relation } = row;
  if (row.holds === 'text') statements.push({ relation, subject: id, object: { literal: value } });
  else if (row.holds !== undefined) {
    const number = numberOf(row.holds, value);
    if (number !== '') statements.push({ relation, subject: id, object: attackKey(row.holds, number) });
  } else if (isId(value))
    statements.push(
      row.reversed === true
        ? { relation, subject: value, object: id }
        : { relation, subject: id, object: value },
    );
}

/** Numbers as the Attack Flow Builder writes them; some are written without their first letters. */
function numberOf(kind: 'technique' | 'tactic', text: string): string {
  const [type = ''] = typesOf(kind);
  const start = kind === 'technique' ? 'T' : 'TA';
  return attackNumber(type, /^\d/.test(text.trim()) ? `${start}${text.trim()}` : text);
}

/** A tactic that the delivery does not describe is named by its key: whoever does describe it makes it a fact. */
function readPhase({ id, type }: SoundObject, phase: Raw, tactics: Tactics, statements: Statement[]): void {
  const chainName = textOf(phase, 'kill_chain_name');
  const name = textOf(phase, 'phase_name');
  if (name === '') return;
  const killChain = killChainNamed(chainName);
  const shortName = tacticShortName(name);
  const tactic = tactics.find({ killChain, shortName });
  if (tactic === undefined)
    statements.push({ relation: 'in-phase', subject: id, object: { literal: `${chainName}: ${name}` } });
  if (tactic !== undefined || type === 'attack-pattern')
    statements.push({
      relation: 'in-tactic',
      subject: id,
      object: tactic ?? tacticKey(killChain, shortName),
    });
}
