import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useId, useState, type ReactElement, type ReactNode } from 'react';
import { QUESTIONS } from 'virtual:questions';
import { readTerms } from '../../address/terms.ts';
import { useSearchTexts } from '../../address/use-address.ts';
import { ask } from '../../api/ask.ts';
import { underTerms } from '../../api/under-terms.ts';
import { accessUnder, useAnswer } from '../../api/use-answer.ts';
import { Dialog } from '../../kit/dialog.tsx';
import { PAGES } from '../../pages/index.ts';
import { placeOf } from '../../words/places.ts';
import { matching } from '../../words/matching.ts';
import { copyLink, copyWithSources } from './copy.ts';
import { useGo } from '../go.tsx';
import { openOverlay } from './overlays.ts';
import './palette.css';
import { switchTheme } from '../../state/theme.ts';

/** One thing that search or jump leads to. */
interface Entry {
  readonly kind: string;
  readonly key: string;
  readonly name: string;
  readonly id?: string;
  readonly also?: ReactNode;
  readonly run: () => void;
}

/** Search or jump: ids, names, aliases, pages, actions, and words in anything that is loaded. */
export function Palette({ onClose }: { readonly onClose: () => void }): ReactElement {
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const list = useId();
  const entries = useEntries(typed.trim());
  const chosen = Math.min(at, entries.length - 1);
  const choose = (entry: Entry | undefined): void => {
    if (entry === undefined) return;
    onClose();
    entry.run();
  };
  return (
    <Dialog label="Search or jump" className="palette" onClose={onClose}>
      <input
        role="combobox"
        aria-label="Search or jump"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={entries[chosen] === undefined ? undefined : `${list}-${chosen}`}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        placeholder="A group, technique, software, page or action"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
          if (step !== undefined) setAt((chosen + step + entries.length) % Math.max(1, entries.length));
          else if (event.key === 'Enter') choose(entries[chosen]);
          else return;
          event.preventDefault();
        }}
      />
      <ul id={list} role="listbox" aria-label="Found">
        {entries.map((entry, index) => (
          // Chosen with the arrows from the field above, which keeps the focus.
          <li
            key={entry.key}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === chosen}
            ref={(element) => {
              if (index === chosen) element?.scrollIntoView({ block: 'nearest' });
            }}
            onClick={() => choose(entry)}
          >
            <span className="tag">{entry.kind}</span>
            <span>
              <b>{entry.name}</b> {entry.id === undefined ? null : <span className="id">{entry.id}</span>}
              {entry.also === undefined ? null : <span className="excerpt">{entry.also}</span>}
            </span>
          </li>
        ))}
      </ul>
      {entries.length === 0 ? (
        <p className="note">Nothing that is loaded is called so, and no page. Try fewer letters.</p>
      ) : null}
    </Dialog>
  );
}

function useEntries(typed: string): readonly Entry[] {
  const go = useGo();
  const wanted = useDeferredValue(typed);
  const groups = useAnswer('list', { catalogue: 'groups' });
  const terms = readTerms(useSearchTexts());
  const question = underTerms({ words: [wanted], limit: 20 }, terms, QUESTIONS['search']?.fields ?? {});
  const found = useQuery({
    queryKey: ['search', question],
    queryFn: ({ signal }) => ask('search', question, accessUnder(terms), signal),
    enabled: wanted.length > 1,
  });
  const pages = PAGES.filter(({ path }) => !path.includes('$')).map(({ title, path, summary }): Entry => ({
    kind: 'page',
    key: path,
    name: title,
    also: summary,
    run: () => go(path),
  }));
  const actions: readonly Entry[] = [
    ['Copy with sources', () => void copyWithSources()] as const,
    ['Copy link', () => void copyLink()] as const,
    ['Export', () => openOverlay('export')] as const,
    ['Keys', () => openOverlay('keys')] as const,
    ['Light or dark', switchTheme] as const,
  ].map(([name, run]) => ({ kind: 'action', key: name, name, run }));
  const named = (groups.data?.answer.things ?? []).map(
    ({ id, label, name, aliases }): Entry & { readonly aliases: readonly string[] } => ({
      kind: 'group',
      key: id,
      name,
      id: label,
      also: aliases.length === 0 ? undefined : aliases.join(', '),
      aliases,
      run: () => go(`/groups/${label === '' ? id : label}`),
    }),
  );
  const hits = (found.data?.answer.hits ?? []).flatMap(({ thing, excerpt }): readonly Entry[] => {
    const place = placeOf(thing);
    return place === undefined ||
      !PAGES.some(({ path }) => path.startsWith(`/${place.to.split('/')[1] ?? ''}/`))
      ? []
      : [
          {
            kind: place.kind,
            key: thing.id,
            name: thing.name,
            id: thing.label,
            also: excerpt,
            run: () => go(place.to),
          },
        ];
  });
  if (typed === '') return [...pages, ...actions];
  const own = matching(typed, named).slice(0, 8);
  const keys = new Set(own.map(({ key }) => key));
  return [
    ...own,
    ...matching(
      typed,
      pages.map((page) => ({ ...page, aliases: [] })),
    ),
    ...matching(
      typed,
      actions.map((action) => ({ ...action, aliases: [] })),
    ),
    ...hits.filter(({ key }) => !keys.has(key)),
  ];
}
