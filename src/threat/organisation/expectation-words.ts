/** What may order techniques that are to be expected: how far they are, or that times how rare they are elsewhere. */
export const EXPECTED_ORDERS = ['expectation', 'rarity'] as const;
export type ExpectedOrder = (typeof EXPECTED_ORDERS)[number];

/** Kinds of thing to do about techniques that can be put in order. */
export const PRIORITY_KINDS = ['mitigations', 'detections'] as const;
export type PriorityKind = (typeof PRIORITY_KINDS)[number];
