import type { AnswerOf } from 'foeprint/answers';
import { useState, type DragEvent, type KeyboardEvent, type ReactElement } from 'react';
import { useAddress } from '../../address/use-address.ts';
import { ApiFault } from '../../api/ask.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { readFile } from '../../api/read-file.ts';
import { Btn } from '../../kit/controls.tsx';
import { FilterSentence, Slot } from '../../kit/filter-sentence.tsx';
import { Section } from '../../kit/layout.tsx';
import { Fault } from '../../kit/states.tsx';
import { ThingLink } from '../../kit/things/thing-link.tsx';
import '../../kit/table.css';
import { several } from '../../words/count.ts';
import { nameInAddress } from '../../words/places.ts';
import { readSeenText } from '../../words/triage/seen-text.ts';
import { FromProse } from './from-prose.tsx';
import { FIELDS } from './triage-address.ts';

type Triage = AnswerOf<'triage'>;

/** What was seen: given as ids, names, prose or alerts, by typing, pasting or dropping a file. */
export function Observed({ of }: { readonly of: Triage | undefined }): ReactElement {
  const [address, change] = useAddress(FIELDS);
  const [typed, setTyped] = useState('');
  const [prose, setProse] = useState<string>();
  const [fault, setFault] = useState<ApiFault>();
  const [said, setSaid] = useState('');

  const add = async (text: string): Promise<void> => {
    setFault(undefined);
    setProse(undefined);
    const read = readSeenText(text);
    if (read.kind === 'alerts') {
      try {
        const { value: incident, issues } = await readFile(
          'incident',
          new File([text], 'alerts', { type: 'application/octet-stream' }),
        );
        change({
          seen: [...new Set([...address.seen, ...incident.techniques])],
          software: [...new Set([...address.software, ...(incident.software ?? [])])],
          sector: [...new Set([...address.sector, ...(incident.sectors ?? [])])],
          country: [...new Set([...address.country, ...(incident.countries ?? [])])],
          ...(incident.date === undefined ? {} : { date: incident.date }),
          ...(incident.id === undefined ? {} : { incident: incident.id }),
          ...(incident.marking === undefined ? {} : { marking: incident.marking }),
          of: '',
        });
        setSaid(
          `${several(incident.techniques.length, 'technique')} read from alerts${issues.length === 0 ? '' : `; ${issues.length} of them could not be read`}.`,
        );
        setTyped('');
      } catch (error) {
        if (!(error instanceof ApiFault)) throw error;
        setFault(error);
      }
      return;
    }
    const { techniques, software, kind } = read;
    if (techniques.length + software.length > 0)
      change({
        seen: [...new Set([...address.seen, ...techniques])],
        software: [...new Set([...address.software, ...software])],
        of: '',
      });
    setSaid(
      kind === 'nothing'
        ? 'There is nothing in it.'
        : techniques.length + software.length === 0 && kind === 'names'
          ? 'Neither an id nor a name was found in it.'
          : techniques.length + software.length === 0
            ? ''
            : `${several(techniques.length + software.length, 'id or name', 'ids and names')} read.`,
    );
    if (kind === 'prose') setProse(text);
    else if (kind !== 'nothing') setTyped('');
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void add(typed);
  };
  const onDrop = (event: DragEvent): void => {
    const [file] = event.dataTransfer.files;
    if (file === undefined) return;
    event.preventDefault();
    void file.text().then(add);
  };
  return (
    <aside>
      <Section title="Observed">
        <label className="unseen" htmlFor="seen-text">
          Ids, names, text, or alerts in JSON
        </label>
        <textarea
          id="seen-text"
          className="field seen-text"
          rows={4}
          placeholder="T1190, T1059.001 … or paste alerts, or sentences of a report"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={onKeyDown}
          onDragOver={(event) => event.preventDefault()}
          onDrop={onDrop}
        />
        <div className="acts seen-acts">
          <Btn
            kind={address.seen.length === 0 ? 'main' : 'plain'}
            keyName="Ctrl ↵"
            onClick={() => void add(typed)}
          >
            Read
          </Btn>
          <label className="btn">
            File
            <input
              type="file"
              className="unseen"
              onChange={(event) => {
                const [file] = event.target.files ?? [];
                event.target.value = '';
                if (file !== undefined) void file.text().then(add);
              }}
            />
          </label>
          {address.seen.length + address.software.length === 0 ? null : (
            <Btn
              kind="bare"
              onClick={() =>
                change({
                  seen: [],
                  software: [],
                  sector: [],
                  country: [],
                  date: '',
                  incident: '',
                  marking: '',
                  of: '',
                  order: false,
                  all: false,
                })
              }
            >
              Clear
            </Btn>
          )}
        </div>
        <p className="note" role="status">
          {said === ''
            ? 'OCSF, ECS, Sigma tags, MISP, STIX, Navigator layers, ids, names and prose are read.'
            : said}
        </p>
        {fault === undefined ? null : <Fault fault={fault} />}
        {prose === undefined ? null : (
          <FromProse
            text={prose}
            onTake={(techniques, software) => {
              change({
                seen: [...new Set([...address.seen, ...techniques])],
                software: [...new Set([...address.software, ...software])],
                of: '',
              });
              setProse(undefined);
              setTyped('');
            }}
          />
        )}
        <Victim />
        {of === undefined ? null : <Seen of={of} />}
      </Section>
    </aside>
  );
}

/** Whom it happened to, and when. */
function Victim(): ReactElement {
  const [{ sector, country, date }, change] = useAddress(FIELDS);
  const vocabulary = useAnswer('vocabulary', {});
  const words = (name: string): readonly { readonly value: string; readonly words: string }[] =>
    (vocabulary.data?.answer.lists.find(({ list }) => list === name)?.words ?? []).map((each) => ({
      value: each.name,
      words: each.label,
    }));
  return (
    <div className="victim">
      <FilterSentence>
        At{' '}
        <Slot
          label="sector"
          any="any sector"
          isMany
          takesAnything
          chosen={sector}
          options={words('sectors')}
          onChange={(next) => change({ sector: next })}
        />{' '}
        in{' '}
        <Slot
          label="country"
          any="any country"
          isMany
          takesAnything
          chosen={country}
          options={words('countries')}
          onChange={(next) => change({ country: next })}
        />{' '}
      </FilterSentence>
      <label className="when">
        When{' '}
        <input
          type="date"
          className="field"
          value={date}
          onChange={(event) => change({ date: event.target.value })}
        />
      </label>
    </div>
  );
}

/** What was understood, the rarest first; each can be taken out again. */
function Seen({ of }: { readonly of: Triage }): ReactElement {
  const [address, change] = useAddress(FIELDS);
  const most = Math.max(...of.techniques.map(({ rarity }) => rarity), 0.01);
  return (
    <>
      {of.techniques.length === 0 ? null : (
        <table aria-label="Techniques seen">
          <thead>
            <tr>
              <th scope="col">Technique</th>
              <th scope="col" className="number">
                Groups
              </th>
              <th scope="col">Distinguishes</th>
              <th scope="col">
                <span className="unseen">Take out</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {of.techniques.map(({ technique, given, groups, rarity }) => (
              <tr key={technique.id}>
                <td className="seen-name">
                  <span className="id">{technique.label}</span>
                  <br />
                  <ThingLink of={technique} hasId={false} />
                </td>
                <td className="number">{groups}</td>
                <td>
                  <span className="bar-cell narrow-bar">
                    <i
                      className="adversary"
                      style={{ width: `${Math.max(1, Math.round((rarity / most) * 64))}px` }}
                    />
                  </span>
                  <span className="unseen">{rarity.toFixed(1)}</span>
                </td>
                <td className="number">
                  <TakeOut
                    name={technique.name}
                    onClick={() => change({ seen: address.seen.filter((each) => each !== given) })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {of.software.length === 0 ? null : (
        <>
          <h3 className="spaced">Software</h3>
          <ul className="plain-list">
            {of.software.map((software) => (
              <li key={software.id} className="with-take-out">
                <span>
                  <ThingLink of={software} />
                </span>
                <TakeOut
                  name={software.name}
                  onClick={() =>
                    change({
                      software: address.software.filter(
                        (each) => ![nameInAddress(software), software.name, software.id].includes(each),
                      ),
                    })
                  }
                />
              </li>
            ))}
          </ul>
        </>
      )}
      <Unknown of={of} />
    </>
  );
}

/** What is not known, and what counts as something else. */
function Unknown({ of }: { readonly of: Triage }): ReactElement | null {
  const [address, change] = useAddress(FIELDS);
  if (of.unknown.length + of.carried.length === 0) return null;
  const reasonOf = new Map(of.carried.map(({ from, reason }) => [from, reason]));
  return (
    <>
      {of.carried
        .filter(({ to }) => to.length > 0)
        .map(({ from, to, reason }) => (
          <p key={from} className="note spaced">
            {from} counts as {to.join(', ')}: {reason}
          </p>
        ))}
      {of.unknown.length === 0 ? null : (
        <>
          <h3 className="spaced">Not known, and counts for nothing</h3>
          <ul className="plain-list">
            {of.unknown.map((given) => (
              <li key={given} className="with-take-out">
                <span>
                  {given} <span className="faint">{reasonOf.get(given)}</span>
                </span>
                <TakeOut
                  name={given}
                  onClick={() =>
                    change({
                      seen: address.seen.filter((each) => each !== given),
                      software: address.software.filter((each) => each !== given),
                      sector: address.sector.filter((each) => each !== given),
                      country: address.country.filter((each) => each !== given),
                    })
                  }
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function TakeOut({ name, onClick }: { readonly name: string; readonly onClick: () => void }): ReactElement {
  return (
    <button type="button" className="icon take-out" aria-label={`Take out ${name}`} onClick={onClick}>
      <svg width="10" height="10" viewBox="0 0 12 12" aria-hidden="true">
        <path d="M1 1l10 10M11 1L1 11" stroke="currentColor" strokeWidth="1.6" />
      </svg>
    </button>
  );
}
