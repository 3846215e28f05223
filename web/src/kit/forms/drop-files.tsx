import { useEffect, useRef, useState, type ReactElement, type ReactNode } from 'react';
import { Btn } from '../controls.tsx';
import './drop-files.css';

/** Lets the reader choose files, by the browser’s dialog or by dropping them. */
export function DropFiles({
  what,
  accept,
  files,
  onChange,
}: {
  /** What they are, as `reports`; the button and the field are named by it. */
  readonly what: string;
  /** Endings of what it is for, with commas between; the browser offers others as well. */
  readonly accept: string;
  readonly files: readonly File[];
  readonly onChange: (files: readonly File[]) => void;
}): ReactElement {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const add = (more: FileList | null): void => {
    const fresh = [...(more ?? [])].filter(
      (file) => !files.some(({ name, size }) => name === file.name && size === file.size),
    );
    if (fresh.length > 0) onChange([...files, ...fresh]);
  };
  return (
    <div
      className={`drop-files${isOver ? ' over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        event.stopPropagation();
        setIsOver(false);
        add(event.dataTransfer.files);
      }}
    >
      <p>
        <Btn onClick={() => input.current?.click()}>Choose {what}…</Btn>{' '}
        <span className="faint">or drop them here</span>
      </p>
      <input
        ref={input}
        type="file"
        accept={accept}
        aria-label={`Choose ${what}`}
        multiple
        hidden
        onChange={({ target }) => {
          add(target.files);
          // The same file may be chosen again, after it was mended.
          target.value = '';
        }}
      />
      {files.length === 0 ? null : (
        <ul>
          {files.map((file) => (
            <li key={`${file.name} ${file.size}`}>
              <span className="file-name">{file.name}</span>{' '}
              <span className="faint">{sayBytes(file.size)}</span>
              <Btn
                kind="bare"
                aria-label={`Leave out ${file.name}`}
                onClick={() => onChange(files.filter((each) => each !== file))}
              >
                Leave out
              </Btn>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** `12 kB`. */
function sayBytes(bytes: number): string {
  const kilobytes = Math.ceil(bytes / 1000);
  return kilobytes < 1000 ? `${kilobytes} kB` : `${(kilobytes / 1000).toFixed(1)} MB`;
}

/**
 * Files that are dropped anywhere on the page, which is marked meanwhile.
 *
 * @param onFiles undefined where they are not for this page: the browser then opens nothing either
 */
export function PageDrop({
  onFiles,
  children,
}: {
  readonly onFiles: ((files: readonly File[]) => void) | undefined;
  /** What is said while something is held over the page. */
  readonly children: ReactNode;
}): ReactElement | null {
  const [isOver, setIsOver] = useState(false);
  const latest = useRef(onFiles);
  useEffect(() => {
    latest.current = onFiles;
  });
  useEffect(() => {
    const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') === true;
    const over = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      // Else the browser goes to the file.
      event.preventDefault();
      setIsOver(latest.current !== undefined);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setIsOver(false);
    };
    const drop = (event: DragEvent): void => {
      setIsOver(false);
      if (!hasFiles(event)) return;
      event.preventDefault();
      latest.current?.([...(event.dataTransfer?.files ?? [])]);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, []);
  return isOver ? <div className="page-drop">{children}</div> : null;
}
