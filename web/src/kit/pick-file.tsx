import { useRef, type ReactElement, type ReactNode } from 'react';
import { Btn, type BtnProps } from './controls.tsx';

/** A button that lets the reader choose a file. */
export function PickFile({
  children,
  accept,
  onPick,
  ...rest
}: Omit<BtnProps, 'onClick'> & {
  readonly children: ReactNode;
  /** Endings of what it is for, with commas between. */
  readonly accept: string;
  readonly onPick: (file: File) => void;
}): ReactElement {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Btn {...rest} onClick={() => input.current?.click()}>
        {children}
      </Btn>
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          // The same file may be chosen again, after it was mended.
          event.target.value = '';
          if (file !== undefined) onPick(file);
        }}
      />
    </>
  );
}
