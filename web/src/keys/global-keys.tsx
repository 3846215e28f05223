import { useEffect, useRef } from 'react';
import { PAGES } from '../pages/index.ts';
import { copyWithSources } from '../frame/overlays/copy.ts';
import { openOverlay, useOverlay } from '../frame/overlays/overlays.ts';
import { useGo } from '../frame/go.tsx';
import { isWriting, runKey, useKeys, useKeysAreOn } from './keys.ts';

/** How long after `G` a letter still leads to a page, in milliseconds. */
const CHORD = 1500;

/** Keys that work everywhere: search, list of keys, `G` and a letter for each page, copy, export. */
export function GlobalKeys(): null {
  const go = useGo();
  const overlay = useOverlay();
  const [areOn] = useKeysAreOn();
  const chordUntil = useRef(0);
  useKeys('Everywhere', [
    { key: '?', does: 'these keys', run: () => openOverlay('keys') },
    { key: '/', does: 'search or jump (also Ctrl K)', run: () => openOverlay('palette') },
    { key: 'y', does: 'copy the answer with its sources', run: () => void copyWithSources() },
    { key: 'e', does: 'export', run: () => openOverlay('export') },
    { key: 'p', does: 'print', run: () => window.print() },
    { key: 'Escape', does: 'close what is on top' },
  ]);
  const latest = useRef({ go, overlay, areOn });
  useEffect(() => {
    latest.current = { go, overlay, areOn };
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        openOverlay('palette');
        return;
      }
      if (latest.current.overlay !== undefined) return;
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !isWriting(event.target);
      const page = PAGES.find(({ chord }) => chord === event.key.toLowerCase());
      if (isPlain && latest.current.areOn && performance.now() < chordUntil.current && page !== undefined) {
        chordUntil.current = 0;
        event.preventDefault();
        latest.current.go(page.path);
        return;
      }
      chordUntil.current = isPlain && event.key.toLowerCase() === 'g' ? performance.now() + CHORD : 0;
      if (chordUntil.current === 0 && runKey(event)) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  return null;
}
