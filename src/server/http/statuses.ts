import type { FoeprintError } from '../../facts/index.ts';

/** Status of HTTP by the stage that raised the issue: the letter of its code. What is wrong with what was asked is 400. */
const BY_LETTER: Readonly<Record<string, number>> = {
  I: 400,
  A: 400,
  G: 400,
  S: 400,
  R: 400,
  W: 400,
  E: 400,
  P: 400,
  C: 400,
  N: 400,
  // The home itself, or its knowledge base, cannot be used.
  H: 503,
  K: 503,
};

/** Codes that stand out of their stage. */
const BY_CODE: Readonly<Record<string, number>> = {
  // Nothing is called so; several are.
  W601: 404,
  W602: 409,
  W780: 404,
  W692: 404,
  // A release or a domain that is not loaded.
  K201: 404,
  K202: 404,
  // A file that is no dump.
  K221: 400,
  K222: 400,
  K223: 400,
  // There is nothing to answer from.
  W604: 409,
  W610: 409,
  W613: 409,
  W614: 409,
  W670: 409,
  // Marked above the clearance.
  C735: 403,
  // Engines and servers that are away.
  S962: 503,
  S963: 503,
  S964: 503,
  S968: 503,
  A421: 503,
  A422: 503,
  A423: 503,
  A424: 503,
  A425: 503,
  A434: 503,
  H530: 400,
  // Something that is to be changed is not there, is several things, or is not as it was.
  H513: 404,
  H514: 409,
  H580: 404,
  H582: 404,
  H583: 403,
  S908: 404,
  H590: 404,
  H597: 403,
  H598: 403,
  H600: 404,
  H601: 409,
  H602: 409,
  H603: 409,
  H604: 409,
  H605: 409,
  C862: 403,
  C863: 403,
  N802: 404,
  N803: 405,
  N805: 413,
  N806: 406,
  // An answer that has no table.
  C790: 406,
  N810: 403,
  N811: 403,
  N815: 415,
  N817: 431,
  N820: 401,
  N821: 403,
  N822: 403,
  N830: 429,
  N814: 403,
  N831: 503,
  N832: 503,
  N840: 503,
  N899: 500,
};

/** The status of a refusal: that of its first issue. */
export function statusOf({ code }: Pick<FoeprintError, 'code'>): number {
  return BY_CODE[code] ?? BY_LETTER[code.slice(0, 1)] ?? 500;
}
