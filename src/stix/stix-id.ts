const STIX_ID = /^[a-z][a-z0-9-]*--[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u;

/** Whether a text is the id of a STIX object. */
export function isStixId(text: string): boolean {
  return STIX_ID.test(text);
}
