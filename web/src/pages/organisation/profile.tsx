import { useState, type ReactElement } from 'react';
import { ApiFault } from '../../api/ask.ts';
import { readFile } from '../../api/read-file.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { keepOrganisation, type Organisation } from '../../given/organisation.ts';
import { Btn, Field } from '../../kit/controls.tsx';
import { FilterSentence, Slot } from '../../kit/filter-sentence.tsx';
import { Section } from '../../kit/layout.tsx';
import { PickFile } from '../../kit/pick-file.tsx';
import type { Option } from '../../kit/popover.tsx';
import { Fault, Notice } from '../../kit/states.tsx';
import { say } from '../../state/said.ts';

const NOBODY: Organisation = {
  name: '',
  sectors: [],
  countries: [],
  regions: [],
  platforms: [],
  products: [],
  motives: [],
  crownJewels: [],
  supplyChain: [],
  controls: { coverage: [], mitigations: [] },
  sightings: [],
};

/**
 * The profile of an organisation as a sentence with slots. What is changed is this browser’s own from then on, also where it began with the one
 * that the home keeps; each change can be undone.
 */
export function Profile({ organisation }: { readonly organisation: Organisation | undefined }): ReactElement {
  const [draft, setDraft] = useState(organisation ?? NOBODY);
  const [typedName, setTypedName] = useState<string>();
  const [fault, setFault] = useState<ApiFault>();
  const [misread, setMisread] = useState<readonly string[]>([]);
  const vocabulary = useAnswer('vocabulary', {});
  const options = (list: string): readonly Option[] =>
    vocabulary.data?.answer.lists
      .find((each) => each.list === list)
      ?.words.filter(({ name }) => name !== '')
      .map(({ name, label }) => ({ value: name, words: label === '' ? name : label })) ?? [];
  const change = (changes: Partial<Organisation>): void => {
    const next = { ...draft, ...changes };
    setDraft(next);
    // Somebody new is asked for when they are put together; whoever is asked for already changes at once.
    if (organisation !== undefined && next.name.trim() !== '') keepOrganisation(next);
  };
  const read = async (file: File): Promise<void> => {
    try {
      const { value, issues } = await readFile('organisation', file);
      setFault(undefined);
      setMisread(issues.map(({ message, hint }) => (hint === undefined ? message : `${message} ${hint}`)));
      setDraft(value);
      keepOrganisation(value);
      say(`Groups are ranked for ${value.name}.`, () => {
        keepOrganisation(organisation);
        setDraft(organisation ?? NOBODY);
      });
    } catch (error) {
      if (!(error instanceof ApiFault)) throw error;
      setFault(error);
    }
  };
  const slot = (
    field: 'sectors' | 'countries' | 'regions' | 'platforms' | 'motives',
    label: string,
    any: string,
  ): ReactElement => (
    <Slot
      label={label}
      any={any}
      isMany
      chosen={draft[field]}
      options={options(field)}
      onChange={(chosen) => change({ [field]: chosen })}
    />
  );
  return (
    <Section
      title="The organisation"
      about="What you say here stays in this browser, and goes to the server with each question, until you keep it in the home; org.yaml is the same as a file."
      actions={
        <PickFile accept=".yaml,.yml,.json" onPick={(file) => void read(file)}>
          Read org.yaml…
        </PickFile>
      }
    >
      {fault === undefined ? null : <Fault fault={fault} />}
      {misread.length === 0 ? null : (
        <Notice title="Not all of the file was understood.">
          <ul>
            {misread.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </Notice>
      )}
      <div className="profile-name">
        <Field
          label="Name"
          value={typedName ?? draft.name}
          placeholder="What it is called"
          onChange={setTypedName}
          onBlur={() => {
            setTypedName(undefined);
            if (typedName !== undefined && typedName.trim() !== '') change({ name: typedName.trim() });
          }}
        />
      </div>
      <FilterSentence>
        It is in {slot('sectors', 'sector', 'no sector yet')}, works in{' '}
        {slot('countries', 'country', 'no country yet')} and in {slot('regions', 'region', 'no region')}, runs{' '}
        {slot('platforms', 'platform', 'any platform')} and fears {slot('motives', 'motive', 'any motive')}.
      </FilterSentence>
      <div className="profile-fields">
        <Texts
          label="Products in use, with commas between"
          value={draft.products}
          onChange={(products) => change({ products })}
        />
        <Texts
          label="Crown jewels, with commas between: for people to read, they count for nothing"
          value={draft.crownJewels}
          onChange={(crownJewels) => change({ crownJewels })}
        />
      </div>
      <Partners
        of={draft.supplyChain}
        sectors={options('sectors')}
        countries={options('countries')}
        onChange={(supplyChain) => change({ supplyChain })}
      />
      {organisation === undefined ? (
        <p className="profile-done">
          <Btn kind="main" disabled={draft.name === ''} onClick={() => keepOrganisation(draft)}>
            Rank groups for it
          </Btn>{' '}
          <span className="faint">
            {draft.name === ''
              ? 'Give it a name.'
              : [draft.sectors, draft.countries, draft.regions].every((each) => each.length === 0)
                ? 'Without a sector, a country or a region there is little to compare adversaries by.'
                : ''}
          </span>
        </p>
      ) : null}
    </Section>
  );
}

type Partner = Organisation['supplyChain'][number];

/** On whom it depends, and who depends on it. */
function Partners({
  of,
  sectors,
  countries,
  onChange,
}: {
  readonly of: readonly Partner[];
  readonly sectors: readonly Option[];
  readonly countries: readonly Option[];
  readonly onChange: (partners: readonly Partner[]) => void;
}): ReactElement {
  const exchange = (place: number, partner: Partner | undefined): void =>
    onChange(
      of.flatMap((each, index) => (index === place ? (partner === undefined ? [] : [partner]) : [each])),
    );
  return (
    <div className="partners">
      {of.map((partner, place) => (
        <FilterSentence key={place}>
          It depends on {partner.name ?? 'a partner'} in{' '}
          <Slot
            label={`sector of partner ${place + 1}`}
            any="no sector yet"
            isMany
            chosen={partner.sectors}
            options={sectors}
            onChange={(chosen) => exchange(place, { ...partner, sectors: chosen })}
          />{' '}
          from{' '}
          <Slot
            label={`country of partner ${place + 1}`}
            any="any country"
            isMany
            chosen={partner.countries}
            options={countries}
            onChange={(chosen) => exchange(place, { ...partner, countries: chosen })}
          />{' '}
          <Btn
            kind="bare"
            aria-label={`Leave out partner ${place + 1}`}
            onClick={() => exchange(place, undefined)}
          >
            ×
          </Btn>
        </FilterSentence>
      ))}
      <Btn onClick={() => onChange([...of, { sectors: [], countries: [] }])}>Add a partner</Btn>
    </div>
  );
}

/** Several texts in one line; taken over when it is left. */
function Texts({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
}): ReactElement {
  const [typed, setTyped] = useState<string>();
  return (
    <Field
      label={label}
      value={typed ?? value.join(', ')}
      onChange={setTyped}
      onBlur={() => {
        if (typed === undefined) return;
        setTyped(undefined);
        onChange([
          ...new Set(
            typed
              .split(',')
              .map((each) => each.trim())
              .filter((each) => each !== ''),
          ),
        ]);
      }}
    />
  );
}
