import type { Mention } from '../../answers/index.ts';
import type { ToolLink } from '../tool.ts';
import { named } from '../results/things.ts';

/** Of what has a page among the resources, where it is. */
export function linkOf(thing: Mention): readonly ToolLink[] {
  const kind = KIND_OF_TYPE[thing.type];
  return kind === undefined ? [] : [{ kind, thing: named(thing) }];
}

const KIND_OF_TYPE: Readonly<Record<string, ToolLink['kind']>> = {
  'intrusion-set': 'group',
  'threat-actor': 'group',
  campaign: 'group',
  'attack-pattern': 'technique',
};
