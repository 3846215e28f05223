import type { ReactElement } from 'react';
import { useKeysAreOn } from '../keys/keys.ts';
import { Check, Seg } from '../kit/controls.tsx';
import { Popover } from '../kit/popover.tsx';
import { ROW_HEIGHTS, useRowHeight } from '../state/row-height.ts';
import { THEMES, useTheme } from '../state/theme.ts';
import { openOverlay } from './overlays/overlays.ts';

/** How everything looks: theme, height of rows, keys. It stays in this browser, and changes no answer. */
export function Looks(): ReactElement {
  const [theme, setTheme] = useTheme();
  const [rows, setRows] = useRowHeight();
  const [areOn, setAreOn] = useKeysAreOn();
  return (
    <Popover
      label="How it looks"
      button={
        <button type="button" className="icon" aria-label="How it looks">
          <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
            <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" strokeWidth="1.5" />
            <path d="M8 1.8a6.2 6.2 0 0 1 0 12.4z" fill="currentColor" />
          </svg>
        </button>
      }
    >
      {(close) => (
        <div className="looks">
          <h3>Theme</h3>
          <Seg
            label="Theme"
            choices={THEMES.map((each) => [each, sentence(each)] as const)}
            value={theme}
            onChange={setTheme}
          />
          <h3>Rows of tables</h3>
          <Seg
            label="Rows of tables"
            choices={ROW_HEIGHTS.map((each) => [each, sentence(each)] as const)}
            value={rows}
            onChange={setRows}
          />
          <h3>Keys</h3>
          <Check label="Single letters do something" checked={areOn} onChange={setAreOn} />
          <button
            type="button"
            className="btn"
            onClick={() => {
              close();
              openOverlay('keys');
            }}
          >
            All keys
            <kbd aria-hidden="true">?</kbd>
          </button>
          <p className="note">Stays in this browser.</p>
        </div>
      )}
    </Popover>
  );
}

function sentence(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}
