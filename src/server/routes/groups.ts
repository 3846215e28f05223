import { description } from './description.ts';
import { actions } from './actions.ts';
import { assistants } from './assistants.ts';
import { health } from './health.ts';
import { questions } from './questions.ts';
import { readings } from './readings.ts';
import type { RouteGroup } from './route-group.ts';
import { session } from './session.ts';
import { web } from './web.ts';

/** Everything that is served, group by group. A new one is a row; the web application comes last, as it takes every address that is left. */
export const ROUTE_GROUPS: readonly RouteGroup[] = [
  health,
  session,
  description,
  questions,
  readings,
  actions,
  assistants,
  web,
];
