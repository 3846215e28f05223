import type { AnswerOf } from 'foeprint/answers';
import type { ReactElement } from 'react';
import { FilterSentence, Slot } from '../../kit/filter-sentence.tsx';
import type { Option } from '../../kit/popover.tsx';
import type { Address } from './asked-groups.ts';

type Traits = AnswerOf<'traits'>;
type Kind = Traits['traits'][number]['kind'];

/** Years that one can ask for; a month or a day can be typed. */
const YEARS = 12;

/** Which groups, as a sentence: every value with how many groups it finds. */
export function GroupsQuestion({
  address,
  traits,
  onChange,
}: {
  readonly address: Address;
  /** Undefined until it has come: what is chosen already is shown as the address has it. */
  readonly traits: Traits | undefined;
  readonly onChange: (changes: Partial<Address>) => void;
}): ReactElement {
  const options = (...kinds: readonly Kind[]): readonly Option[] =>
    kinds.flatMap((kind) =>
      (traits?.traits ?? [])
        .filter((each) => each.kind === kind)
        .map(({ value, label, groups }) => ({ value, words: label, count: groups })),
    );
  return (
    <FilterSentence>
      Groups documented against{' '}
      <Slot
        label="sector"
        any="any sector"
        isMany
        takesAnything
        chosen={address.sector}
        options={options('sector')}
        onChange={(sector) => onChange({ sector })}
      />{' '}
      in{' '}
      <Slot
        label="country or region"
        any="any country"
        isMany
        takesAnything
        chosen={address.country}
        options={options('country', 'region')}
        onChange={(country) => onChange({ country })}
      />{' '}
      acting from{' '}
      <Slot
        label="motive"
        any="any motive"
        isMany
        takesAnything
        chosen={address.motive}
        options={options('motive')}
        onChange={(motive) => onChange({ motive })}
      />{' '}
      held to come from{' '}
      <Slot
        label="origin"
        any="anywhere"
        isMany
        takesAnything
        chosen={address.origin}
        options={options('origin')}
        onChange={(origin) => onChange({ origin })}
      />{' '}
      seen since{' '}
      <Slot
        label="year, month or day"
        any="any time"
        takesAnything
        chosen={address.since === '' ? [] : [address.since]}
        options={yearsBack()}
        onChange={([since = '']) => onChange({ since })}
      />{' '}
      whose text has{' '}
      <Slot
        label="word"
        any="any words"
        isMany
        takesAnything
        chosen={address.q}
        options={address.q.map((value) => ({ value, words: value }))}
        onChange={(q) => onChange({ q })}
      />
    </FilterSentence>
  );
}

function yearsBack(): readonly Option[] {
  const now = new Date().getFullYear();
  return Array.from({ length: YEARS }, (_, back) => String(now - back)).map((year) => ({
    value: year,
    words: year,
  }));
}
