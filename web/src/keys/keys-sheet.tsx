import type { ReactElement } from 'react';
import { PAGES } from '../pages/index.ts';
import { Btn, Check } from '../kit/controls.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { useKeyGroups, useKeysAreOn } from './keys.ts';
import './keys.css';

/** All keys that work now, and a switch that turns single letters off. */
export function KeysSheet({ onClose }: { readonly onClose: () => void }): ReactElement {
  const groups = useKeyGroups();
  const [areOn, setAreOn] = useKeysAreOn();
  const chords = PAGES.filter(({ chord }) => chord !== undefined);
  return (
    <Dialog label="Keys" onClose={onClose}>
      <div className="dialog-body">
        <div className="dialog-head">
          <h2>Keys</h2>
          <Btn kind="bare" onClick={onClose}>
            Close
          </Btn>
        </div>
        <div className="keys-sheet">
          {groups.toReversed().map(({ where, keys }) => (
            <section key={where}>
              <h3>{where}</h3>
              <dl>
                {keys.map(({ key, does }) => (
                  <div key={key + does}>
                    <dt>
                      <kbd>{nameOf(key)}</kbd>
                    </dt>
                    <dd>{does}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
          <section>
            <h3>Pages</h3>
            <dl>
              {chords.map(({ title, chord, path }) => (
                <div key={path}>
                  <dt>
                    <kbd>G</kbd> <kbd>{chord?.toUpperCase()}</kbd>
                  </dt>
                  <dd>{title}</dd>
                </div>
              ))}
            </dl>
          </section>
        </div>
        <Check label="Single letters do something" checked={areOn} onChange={setAreOn} />
      </div>
    </Dialog>
  );
}

const NAMES: Readonly<Record<string, string>> = { Escape: 'Esc', Enter: '↵', Arrows: '↑↓←→' };

function nameOf(key: string): string {
  return NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key);
}
