import { Outlet } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Bar, TabBar } from './bar.tsx';
import { Foot } from './foot.tsx';
import './frame.css';
import { ScopeLine } from './scope-line.tsx';

/** What stands around every page. */
export function App(): ReactElement {
  return (
    <>
      <a className="skip" href="#main">
        To the answer
      </a>
      <Bar />
      <ScopeLine />
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <Foot />
      <TabBar />
    </>
  );
}
