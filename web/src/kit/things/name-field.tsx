import type { QuestionOf } from 'foeprint/answers';
import { useId, type ReactElement } from 'react';
import { useAnswer } from '../../api/use-answer.ts';
import { Field, type FieldProps } from '../controls.tsx';

/** A line in which one names a thing in view, by id or any name; the browser shows what may be meant. */
export function NameField({
  types,
  value,
  ...rest
}: Omit<FieldProps, 'value' | 'list'> & {
  /** Kinds of things that are meant, e.g. `technique`. */
  readonly types: NonNullable<QuestionOf<'names'>['types']>;
  readonly value: string;
}): ReactElement {
  const id = useId();
  const things = useAnswer('names', { types }).data?.answer.things ?? [];
  const named = things.find(({ key }) => key === value.trim());
  return (
    <div className="name-field">
      <Field
        {...rest}
        list={id}
        value={value}
        autoComplete="off"
        spellCheck={false}
        aria-describedby={`${id}-named`}
      />
      <datalist id={id}>
        {things.map(({ key, name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </datalist>
      <span className="note" id={`${id}-named`} role="status">
        {named === undefined ? '' : `${named.name} (${named.kind})`}
      </span>
    </div>
  );
}
