/** A field whose references or texts report facts about the object that holds it. */
export interface EmbeddedReference {
  readonly field: string;
  readonly relation: string;
  /** `text` where the field holds words (a platform), `technique` or `tactic` where it holds ATT&CK numbers of those. Default: STIX ids. */
  readonly holds?: 'text' | 'technique' | 'tactic';
  /** Field of the listed objects that holds the id, where the list is of objects. */
  readonly within?: string;
  /** True where the fact is about what is referred to: a matrix lists its tactics, a tactic is in a matrix. */
  readonly reversed?: true;
  /** STIX types of the objects that the row is for; default: all. */
  readonly types?: readonly string[];
}

/**
 * Facts that objects report by themselves, without a relationship object (STIX 2.1, "embedded relationships",
 * and ATT&CK's own fields). Add a row to read one more. Kill chain phases are read apart: they name, not refer.
 */
export const EMBEDDED_REFERENCES: readonly EmbeddedReference[] = [
  { field: 'created_by_ref', relation: 'created-by' },
  { field: 'object_refs', relation: 'mentions' },
  { field: 'sighting_of_ref', relation: 'sights', types: ['sighting'] },
  { field: 'where_sighted_refs', relation: 'sighted-at', types: ['sighting'] },
  { field: 'tactic_refs', relation: 'in-matrix', reversed: true },
  { field: 'x_mitre_platforms', relation: 'on-platform', holds: 'text' },
  { field: 'x_mitre_analytic_refs', relation: 'has-analytic' },
  {
    field: 'x_mitre_log_source_references',
    relation: 'looks-at',
    within: 'x_mitre_data_component_ref',
  },
  { field: 'x_mitre_data_source_ref', relation: 'component-of' },
  // Attack Flow (extension fb9c968a-745b-4ade-9b25-c324172197f4), schema 2.0.0.
  { field: 'technique_ref', relation: 'carries-out', types: ['attack-action'] },
  { field: 'technique_id', relation: 'carries-out', holds: 'technique', types: ['attack-action'] },
  { field: 'tactic_ref', relation: 'mentions', types: ['attack-action'] },
  { field: 'tactic_id', relation: 'mentions', holds: 'tactic', types: ['attack-action'] },
  { field: 'command_ref', relation: 'mentions', types: ['attack-action'] },
  { field: 'asset_refs', relation: 'acts-on', types: ['attack-action'] },
  { field: 'start_refs', relation: 'starts-with', types: ['attack-flow'] },
  { field: 'effect_refs', relation: 'leads-to', types: ['attack-action', 'attack-operator'] },
  { field: 'on_true_refs', relation: 'leads-to', types: ['attack-condition'] },
  { field: 'on_false_refs', relation: 'leads-to', types: ['attack-condition'] },
  { field: 'object_ref', relation: 'mentions', types: ['attack-asset'] },
];
