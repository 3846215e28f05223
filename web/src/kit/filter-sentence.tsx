import { Fragment, useState, type ReactElement, type ReactNode } from 'react';
import { Btn } from './controls.tsx';
import './filter-sentence.css';
import { Options, Popover, type Option } from './popover.tsx';

/** A question as a sentence with slots in it: `Groups documented against [telecommunications] in [any country]`. */
export function FilterSentence({ children }: { readonly children: ReactNode }): ReactElement {
  return <p className="ask">{children}</p>;
}

export interface SlotProps {
  /** What it asks for: `sector`. */
  readonly label: string;
  /** What it says where nothing is chosen: `any sector`. */
  readonly any: string;
  readonly chosen: readonly string[];
  readonly options: readonly Option[];
  readonly onChange: (chosen: readonly string[]) => void;
  /** Whether several may be chosen; one by default. */
  readonly isMany?: boolean;
  /** Whether what is typed may be taken as it stands, e.g. a word to look for. */
  readonly takesAnything?: boolean;
}

/** One place of a question: dashed where anything will do, solid where something is chosen. It opens into a list with a search. */
export function Slot({
  label,
  any,
  chosen,
  options,
  onChange,
  isMany = false,
  takesAnything = false,
}: SlotProps): ReactElement {
  const words = chosen.map((value) => options.find((each) => each.value === value)?.words ?? value);
  return (
    <Popover
      label={`Choose ${label}`}
      button={
        <button type="button" className={`slot${chosen.length === 0 ? ' any' : ''}`}>
          <span className="unseen">{label}: </span>
          <span>
            {words.length === 0
              ? any
              : words.map((each, index) => (
                  <Fragment key={chosen[index]}>
                    {index === 0 ? '' : ', '}
                    {each}
                  </Fragment>
                ))}
          </span>
        </button>
      }
    >
      {(close) => (
        <SlotList
          {...{ label, any, chosen, options, isMany, takesAnything }}
          onChange={(next) => {
            onChange(next);
            if (!isMany) close();
          }}
        />
      )}
    </Popover>
  );
}

function SlotList({
  label,
  any,
  chosen,
  options,
  onChange,
  isMany,
  takesAnything,
}: Required<SlotProps>): ReactElement {
  const [typed, setTyped] = useState('');
  const wanted = typed.trim().toLowerCase();
  const found = options.filter(
    ({ value, words }) =>
      wanted === '' || `${value} ${typeof words === 'string' ? words : ''}`.toLowerCase().includes(wanted),
  );
  const choose = (value: string): void =>
    onChange(
      chosen.includes(value)
        ? chosen.filter((each) => each !== value)
        : isMany
          ? [...chosen, value]
          : [value],
    );
  return (
    <>
      <input
        className="field slot-search"
        aria-label={`Search ${label}`}
        placeholder="Type to search"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          const [first] = found;
          if (event.key !== 'Enter' || wanted === '') return;
          if (first !== undefined) choose(first.value);
          else if (takesAnything) choose(typed.trim());
        }}
      />
      {chosen.length === 0 ? null : (
        <Btn kind="bare" onClick={() => onChange([])}>
          {any}
        </Btn>
      )}
      {found.length === 0 ? (
        <p className="note">
          {takesAnything ? 'Enter takes it as it stands.' : `No ${label} is called so here.`}
        </p>
      ) : (
        <Options of={found.slice(0, 200)} chosen={chosen} onChoose={choose} />
      )}
    </>
  );
}
