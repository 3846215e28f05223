/** Documents beyond which a list of citations is for an entry as a whole, and not for one statement in it. */
export const CITES_AT_MOST = 3;
