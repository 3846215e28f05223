import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { readAddress, writeAddress, type AddressFields, type AddressOf, type Search } from './address.ts';

/** What the address says after `?`, as texts. */
export function useSearchTexts(): Search {
  const search: Search = useSearch({ strict: false });
  return search;
}

/**
 * What the address says by some fields, and a function that changes it. Each change is a step that Back undoes, but for those with
 * `isPassing`, which take the place of the last one: of text that is being typed.
 */
export function useAddress<const Fields extends AddressFields>(
  fields: Fields,
): readonly [
  AddressOf<Fields>,
  (changes: Partial<AddressOf<Fields>>, options?: { readonly isPassing?: boolean }) => void,
] {
  const search = useSearchTexts();
  const navigate = useNavigate();
  const values = useMemo(() => readAddress(fields, search), [fields, search]);
  const change = useCallback(
    (changes: Partial<AddressOf<Fields>>, { isPassing = false }: { readonly isPassing?: boolean } = {}) =>
      void navigate({
        to: '.',
        search: (before: Search) => writeAddress(fields, before, changes),
        replace: isPassing,
        resetScroll: false,
      } as never),
    [fields, navigate],
  );
  return [values, change];
}
