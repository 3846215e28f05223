import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { EnvelopeOf, QuestionOf, UseCaseName } from 'foeprint/answers';
import { QUESTIONS } from 'virtual:questions';
import { readTerms, type Terms } from '../address/terms.ts';
import { useSearchTexts } from '../address/use-address.ts';
import { ask, type Access, type ApiFault } from './ask.ts';
import { underTerms } from './under-terms.ts';

export type Asked<Name extends UseCaseName> = UseQueryResult<EnvelopeOf<Name>, ApiFault>;

/**
 * Asks a question under the terms of the page (release, day, rules, TLP), as far as the question knows them. The old answer stays
 * while a new one comes.
 *
 * @param question undefined where nothing is asked (yet)
 */
export function useAnswer<Name extends UseCaseName>(
  name: Name,
  question: QuestionOf<Name> | undefined,
): Asked<Name> {
  const terms = readTerms(useSearchTexts());
  const asked =
    question === undefined ? undefined : underTerms(question, terms, QUESTIONS[name]?.fields ?? {});
  const access = accessUnder(terms);
  return useQuery<EnvelopeOf<Name>, ApiFault>({
    queryKey: [name, asked, access],
    queryFn: ({ signal }) => ask(name, asked as QuestionOf<Name>, access, signal),
    enabled: asked !== undefined,
    placeholderData: keepPreviousData,
  });
}

export function accessUnder({ rules, tlp }: Terms): Access {
  return { rules, tlp };
}
