import type { ReactElement } from 'react';
import { useAnswer } from '../../api/use-answer.ts';
import { Go } from '../../frame/go.tsx';
import { Slot } from '../../kit/filter-sentence.tsx';
import { Print } from '../../kit/marks.tsx';
import { letterOf, MOST } from './compared.ts';

/** The groups that are compared, each with its letter and print, and a way to another. */
export function ComparedGroups({
  of,
  onChange,
}: {
  readonly of: readonly string[];
  readonly onChange: (of: readonly string[]) => void;
}): ReactElement {
  const prints = useAnswer('prints', {});
  const answer = prints.data?.answer;
  const groups = answer?.groups ?? [];
  return (
    <ul className="compared">
      {of.map((id, place) => {
        const group = groups.find(
          (each) => each.label === id || each.id === id || each.name === id || each.aliases.includes(id),
        );
        return (
          <li key={id} className={place >= MOST ? 'faint' : undefined}>
            <b className="letter">{place < MOST ? letterOf(place) : '–'}</b>
            {group === undefined || answer === undefined ? null : (
              <Print
                of={answer.tactics.map(({ techniques }, index) => ({
                  reported: group.directByTactic[index] ?? 0,
                  derived: group.derivedByTactic[index] ?? 0,
                  all: techniques,
                }))}
              />
            )}
            <Go className="name" to={`/groups/${encodeURIComponent(id)}`}>
              {group?.name ?? id}
            </Go>
            <span className="faint">
              {place >= MOST
                ? 'one too many'
                : group === undefined
                  ? ''
                  : `${group.direct} reported · ${group.derived} derived`}
            </span>
            <button
              type="button"
              className="leave"
              aria-label={`Leave out ${group?.name ?? id}`}
              onClick={() => onChange(of.filter((each) => each !== id))}
            >
              ×
            </button>
          </li>
        );
      })}
      <li>
        <Slot
          label="a group to add"
          any={of.length < MOST ? 'Add a group' : 'Exchange the last group'}
          takesAnything
          chosen={[]}
          options={groups
            .filter(({ label, id }) => !of.includes(label) && !of.includes(id))
            .map(({ label, id, name, aliases }) => ({
              value: label === '' ? id : label,
              words: [name, ...aliases.slice(0, 3)].join(' · '),
            }))}
          onChange={([id]) => {
            if (id !== undefined) onChange([...of.slice(0, MOST - 1), id]);
          }}
        />
      </li>
    </ul>
  );
}
