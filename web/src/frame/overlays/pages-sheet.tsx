import type { ReactElement } from 'react';
import { Btn } from '../../kit/controls.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { navigation } from '../../pages/navigation.ts';
import { Go } from '../go.tsx';

/** Every page of the navigation with what it answers: where the window has no room for all of them. */
export function PagesSheet({ onClose }: { readonly onClose: () => void }): ReactElement {
  return (
    <Dialog label="All pages" onClose={onClose}>
      <div className="dialog-body pages-sheet">
        <div className="dialog-head">
          <h2>All pages</h2>
          <Btn kind="bare" onClick={onClose}>
            Close
          </Btn>
        </div>
        {navigation().map(({ title, pages }) => (
          <section key={title} aria-label={title}>
            <h3>{title}</h3>
            <ul>
              {pages.map(({ path, title: name, summary }) => (
                <li key={path}>
                  <Go to={path} onClick={onClose}>
                    <b>{name}</b> <span>{summary}</span>
                  </Go>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
