import { useId, type ComponentProps, type ReactElement } from 'react';
import '../controls.css';

/** One of several words, with its label above. */
export function SelectField<Value extends string>({
  label,
  choices,
  value,
  onChange,
}: {
  readonly label: string;
  readonly choices: readonly (readonly [value: Value, words: string])[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}): ReactElement {
  const id = useId();
  return (
    <div className="field-row">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="field"
        value={value}
        onChange={({ target }) => {
          const chosen = choices[target.selectedIndex]?.[0];
          if (chosen !== undefined) onChange(chosen);
        }}
      >
        {choices.map(([each, words]) => (
          <option key={each} value={each}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Some lines of text, with their label above. */
export function AreaField({
  label,
  onChange,
  ...rest
}: Omit<ComponentProps<'textarea'>, 'onChange'> & {
  readonly label: string;
  readonly onChange: (text: string) => void;
}): ReactElement {
  const id = useId();
  return (
    <div className="field-row">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        className="field"
        rows={3}
        onChange={({ target }) => onChange(target.value)}
        {...rest}
      />
    </div>
  );
}
