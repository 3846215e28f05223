/** What a mapping says of a technique, in our terms, by `mapping_type` or, of scores of a product, by `score_category`. */
const RELATION_OF: ReadonlyMap<string, string> = new Map([
  ['mitigates', 'mitigates'],
  ['protects', 'mitigates'],
  ['protect', 'mitigates'],
  ['detects', 'detects'],
  ['detect', 'detects'],
  ['respond', 'responds-to'],
  ['exploitation_technique', 'exploited-through'],
  ['primary_impact', 'enables'],
  ['secondary_impact', 'enables'],
]);

/** The relation of a capability to a technique; of what is not in the table, that they are related. */
export function relationOfMapping(mappingType: string, scoreCategory: string): string {
  const named = (scoreCategory || mappingType).trim().toLowerCase();
  return RELATION_OF.get(named) ?? 'related-to';
}
