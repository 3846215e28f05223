/** When tests load what they load. */
export const LOADED_AT = '2026-01-01T00:00:00.000Z';
