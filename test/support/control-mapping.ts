import type { Delivery } from '../../src/facts/index.ts';
import { readDocument } from '../../src/intake/index.ts';
import { about, type RawObject } from './world/build.ts';

/** A mapping of a framework in the schema of the Mappings Explorer. */
export function controlMapping(entries: readonly unknown[], metadata: RawObject = {}): RawObject {
  return {
    metadata: {
      attack_version: '1.0',
      technology_domain: 'enterprise',
      mapping_framework: 'farm_rules',
      mapping_framework_version: 'rev2',
      organization: 'Farm Board',
      creation_date: '01/13/2022',
      last_update: '04/16/2025',
      capability_groups: { FN: 'Fences' },
      ...metadata,
    },
    mapping_objects: entries,
  };
}

/** An entry that says that a control mitigates a technique. */
export function mitigates(control: string, technique: string, fields: RawObject = {}): RawObject {
  return {
    capability_id: control,
    capability_description: `Control ${control}`,
    capability_group: 'FN',
    mapping_type: 'mitigates',
    attack_object_id: technique,
    attack_object_name: 'Some way in',
    references: [],
    status: 'complete',
    ...fields,
  };
}

/** An entry that says that nothing of the framework is against a technique. */
export function notMappable(technique: string): RawObject {
  return {
    attack_object_id: technique,
    status: 'non_mappable',
    capability_id: null,
    comments: 'Out of reach',
  };
}

export function readMapping(entries: readonly unknown[], metadata: RawObject = {}): Delivery {
  return readDocument(controlMapping(entries, metadata), about('mapping'));
}
