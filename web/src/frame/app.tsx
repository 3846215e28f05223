import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, type ReactElement } from 'react';
import { useAnswer } from '../api/use-answer.ts';
import { GlobalKeys } from '../keys/global-keys.tsx';
import { Bar, TabBar } from './bar.tsx';
import { Foot } from './foot.tsx';
import './frame.css';
import { LogIn } from './log-in.tsx';
import { openOverlay, useOverlay } from './overlays/overlays.ts';
import { SaidLine } from './said-line.tsx';
import { ScopeLine } from './scope-line.tsx';

// What is opened by a key or a press is loaded then.
const loadPalette = async () => ({ default: (await import('./overlays/palette.tsx')).Palette });
const OVERLAYS = {
  palette: lazy(loadPalette),
  keys: lazy(async () => ({ default: (await import('../keys/keys-sheet.tsx')).KeysSheet })),
  pages: lazy(async () => ({ default: (await import('./overlays/pages-sheet.tsx')).PagesSheet })),
  export: lazy(async () => ({ default: (await import('./overlays/export-sheet.tsx')).ExportSheet })),
};

/** What stands around every page. */
export function App(): ReactElement {
  const overlay = useOverlay();
  const Open = overlay === undefined ? undefined : OVERLAYS[overlay];
  // The scope line asks it anyway; a server that wants to know who asks says so here first.
  const isUnknown = useAnswer('status', {}).error?.status === 401;
  // The search is there before the first letter is typed into it.
  useEffect(() => {
    const timer = setTimeout(() => void loadPalette(), 1000);
    return () => clearTimeout(timer);
  }, []);
  return (
    <>
      <a className="skip" href="#main">
        To the answer
      </a>
      <GlobalKeys />
      <Bar />
      {isUnknown ? null : <ScopeLine />}
      <main id="main" tabIndex={-1}>
        {isUnknown ? <LogIn /> : <Outlet />}
      </main>
      <Foot />
      <TabBar />
      <SaidLine />
      {Open === undefined ? null : (
        <Suspense>
          <Open onClose={() => openOverlay(undefined)} />
        </Suspense>
      )}
    </>
  );
}
