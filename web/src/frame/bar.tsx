import { useLocation } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { PAGES } from '../pages/index.ts';
import { isMarked, navigation } from '../pages/navigation.ts';
import type { Page } from '../pages/page.ts';
import { Go } from './go.tsx';
import { Looks } from './looks.tsx';
import { openOverlay } from './overlays/overlays.ts';

/** The bar on top: pages by the questions they answer. */
export function Bar(): ReactElement {
  return (
    <header className="bar">
      <Go className="brand" to="/">
        <Logo />
        Foeprint
      </Go>
      <nav aria-label="Pages">
        {navigation().map(({ title, pages }) => (
          <span key={title}>
            <em>{title}</em>
            {pages.map((page) => (
              <PageLink key={page.path} page={page} />
            ))}
          </span>
        ))}
      </nav>
      <More className="btn bare more" />
      <button type="button" className="jump" aria-haspopup="dialog" onClick={() => openOverlay('palette')}>
        <span>Search or jump</span>
        <kbd aria-hidden="true">Ctrl K</kbd>
      </button>
      <Looks />
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
      <More />
    </nav>
  );
}

/** What opens the list of all pages, where the bar has not room for each. */
function More({ className }: { readonly className?: string }): ReactElement {
  return (
    <button type="button" className={className} aria-haspopup="dialog" onClick={() => openOverlay('pages')}>
      <span>More</span>
    </button>
  );
}

function PageLink({ page: row }: { readonly page: Page }): ReactElement {
  const { pathname } = useLocation();
  return (
    <Go to={row.path} aria-current={isMarked(row, pathname) ? 'page' : undefined}>
      <span>{row.title}</span>
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
