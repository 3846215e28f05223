import { useLocation } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { PAGES } from '../pages/index.ts';
import { NAV_GROUPS, type Page } from '../pages/page.ts';
import { Go } from './go.tsx';
import { openOverlay } from './overlays/overlays.ts';
import { switchTheme } from '../state/theme.ts';

/** The bar on top: pages by the questions they answer. */
export function Bar(): ReactElement {
  const groups = NAV_GROUPS.map((title) => ({ title, pages: PAGES.filter(({ nav }) => nav === title) }));
  return (
    <header className="bar">
      <Go className="brand" to="/">
        <Logo />
        Foeprint
      </Go>
      <nav aria-label="Pages">
        {groups
          .filter(({ pages }) => pages.length > 0)
          .map(({ title, pages }) => (
            <span key={title}>
              <em>{title}</em>
              {pages.map((page) => (
                <PageLink key={page.path} page={page} />
              ))}
            </span>
          ))}
      </nav>
      <button type="button" className="jump" aria-haspopup="dialog" onClick={() => openOverlay('palette')}>
        <span>Search or jump</span>
        <kbd aria-hidden="true">Ctrl K</kbd>
      </button>
      <button type="button" className="icon" aria-label="Light or dark" onClick={switchTheme}>
        <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
          <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" strokeWidth="1.5" />
          <path d="M8 1.8a6.2 6.2 0 0 1 0 12.4z" fill="currentColor" />
        </svg>
      </button>
    </header>
  );
}

/** On phones, at the foot: the pages one goes to most. */
export function TabBar(): ReactElement {
  return (
    <nav className="tab-bar" aria-label="Main pages">
      {PAGES.filter(({ isOnPhones }) => isOnPhones).map((page) => (
        <PageLink key={page.path} page={page} />
      ))}
    </nav>
  );
}

function PageLink({ page: { path, title } }: { readonly page: Page }): ReactElement {
  const { pathname } = useLocation();
  const isHere = path === '/' ? pathname === '/' : pathname === path || pathname.startsWith(`${path}/`);
  return (
    <Go to={path} aria-current={isHere ? 'page' : undefined}>
      <span>{title}</span>
    </Go>
  );
}

/** The logo is a print, with the marker on one bar. */
function Logo(): ReactElement {
  return (
    <svg width="26" height="20" viewBox="0 0 26 20" aria-hidden="true">
      <path fill="var(--ink)" d="M0 9h3v11H0zM4.6 3h3v17h-3zM9.2 0h3v20h-3zM13.8 6h3v14h-3zM23 12h3v8h-3z" />
      <path fill="var(--marker)" stroke="var(--ink)" strokeWidth=".8" d="M18.4 2h3v18h-3z" />
    </svg>
  );
}
