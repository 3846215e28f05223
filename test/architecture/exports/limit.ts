/** As many as there may be. */
export const LIMIT = 3;
