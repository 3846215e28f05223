import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type AnyRouter,
} from '@tanstack/react-router';
import { parseSearch, stringifySearch } from '../address/address.ts';
import { PAGES } from '../pages/index.ts';
import { App } from './app.tsx';
import { NoSuchPage, PageFailed } from './no-page.tsx';

const root = createRootRoute({ component: App, notFoundComponent: NoSuchPage });

/** Addresses and what shows them: a route for each row of the table of pages, its code loaded when it is gone to. */
export const router: AnyRouter = createRouter({
  routeTree: root.addChildren(
    PAGES.map(({ path, load }) =>
      createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(load, 'Page') }),
    ),
  ),
  parseSearch,
  stringifySearch,
  defaultErrorComponent: PageFailed,
  defaultPendingMinMs: 0,
  scrollRestoration: true,
});
