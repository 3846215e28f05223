import { ADVERSARY_TYPES } from '../../analysis/index.ts';
import type { Reading } from '../../desk/index.ts';
import { typesOf } from '../../threat/index.ts';
import { findOne, type Found } from './find-one.ts';

/**
 * A group, a threat actor that another source describes, or a campaign.
 *
 * @throws FoeprintError W601–W603, W628 when the name does not lead to one
 */
export function findAdversary({ view }: Reading, name: string): Found {
  return findOne(view, name, ADVERSARY_TYPES);
}

/** A group of those that are ranked. @throws FoeprintError W601–W603, W628 when the name does not lead to one */
export function findGroup({ view }: Reading, name: string): Found {
  return findOne(view, name, typesOf('group'));
}
