import { textOf, textsOf, type Raw } from '../../stix/index.ts';

/** A name that an entry goes by, and who gave it. */
export interface ClaimedName {
  readonly name: string;
  /** Field of `meta` that says so; `value` for the name of the entry itself. */
  readonly field: string;
  /** A name, or the id of an identity; absent where the entry does not say. */
  readonly claimant?: string;
}

/** `name:uuid of the producer`, as `name-attribution` writes it. Names may hold colons. */
const ATTRIBUTED = /^(.+):([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})$/i;

/** Every name of an entry with everyone who is said to have given it; a name that nobody claims is listed once. */
export function claimedNames(value: string, meta: Raw): readonly ClaimedName[] {
  const claimed = [...attributedNames(meta), ...originNames(meta)];
  const spoken = new Set(claimed.map(({ name }) => name));
  const unclaimed = [
    { name: value, field: 'value' },
    ...synonymsOf(meta).map((name) => ({ name, field: 'synonyms' })),
  ].filter(({ name }) => !spoken.has(name));
  return [...unclaimed, ...claimed];
}

/** The synonyms of an entry. `synomyms` is a slip that the published clusters hold. */
export function synonymsOf(meta: Raw): readonly string[] {
  const names = [...textsOf(meta, 'synonyms'), ...textsOf(meta, 'synomyms')];
  return [...new Set(names.map((name) => name.trim()).filter((name) => name !== ''))];
}

function attributedNames(meta: Raw): readonly ClaimedName[] {
  return textsOf(meta, 'name-attribution').flatMap((text) => {
    const [, name, producer] = ATTRIBUTED.exec(text) ?? [];
    return name === undefined || producer === undefined
      ? []
      : [{ name: name.trim(), field: 'name-attribution', claimant: `identity--${producer.toLowerCase()}` }];
  });
}

/** `"origin:SATIN MONGOOSE": "Example Vendor"`. */
function originNames(meta: Raw): readonly ClaimedName[] {
  return Object.keys(meta)
    .filter((field) => field.startsWith('origin:'))
    .map((field) => ({ name: field.slice('origin:'.length).trim(), field, claimant: textOf(meta, field) }))
    .filter(({ name, claimant }) => name !== '' && claimant !== '');
}
