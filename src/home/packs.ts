import { fileURLToPath } from 'node:url';

/** The folder of the rule packs that come with the product: beside `src/` and `dist/`, two levels above this file and its bundle. */
export const PACKS = fileURLToPath(new URL('../../rules/', import.meta.url));

/** The rule packs that come with the product, by name. */
export const PACK_NAMES = ['standard', 'reference'] as const;
