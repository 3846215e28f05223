import { PAGES } from './index.ts';
import { NAV_GROUPS, type Page } from './page.ts';

/** Pages by the question that they stand under, in the order of the navigation; questions without a page are left out. */
export function navigation(): readonly { readonly title: string; readonly pages: readonly Page[] }[] {
  return NAV_GROUPS.map((title) => ({ title, pages: PAGES.filter(({ nav }) => nav === title) })).filter(
    ({ pages }) => pages.length > 0,
  );
}

/** Whether the navigation marks a page where somebody is at a path: the page itself, something below it, or a part of it. */
export function isMarked(page: Page, pathname: string): boolean {
  return PAGES.some(
    (each) => (each === page || each.partOf === page.path) && isAtOrBelow(pathname, each.path),
  );
}

function isAtOrBelow(pathname: string, path: string): boolean {
  return pathname === path || (path !== '/' && pathname.startsWith(`${path}/`));
}
