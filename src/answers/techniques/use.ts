/** How a use is known: a source reports it, or only rules derive it. */
export const USE_KINDS = ['direct', 'derived'] as const;
/** One of {@link USE_KINDS}. */
export type UseKind = (typeof USE_KINDS)[number];
