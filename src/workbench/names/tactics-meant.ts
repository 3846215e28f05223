import { identify } from '../../analysis/index.ts';
import type { KnowledgeView } from '../../knowledge/index.ts';
import { typesOf } from '../../threat/index.ts';
import { findOne } from './find-one.ts';

/**
 * The tactics that a name, id or short name (`initial-access`) means: several where each domain has one of that name.
 *
 * @throws FoeprintError W601–W603 where it means none
 */
export function tacticsMeant(view: KnowledgeView, asked: string): readonly number[] {
  const name = /--| /.test(asked) ? asked : asked.replaceAll('-', ' ');
  const found = identify(view.catalogue, name, typesOf('tactic'));
  return found.kind === 'several' ? found.terms : [findOne(view, name, typesOf('tactic')).term];
}
