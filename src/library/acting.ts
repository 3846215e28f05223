import type * as z from 'zod/mini';
import {
  act,
  type Action,
  type ActedEnvelope,
  type ACTIONS,
  type ActionName,
  type ActOptions,
} from '../actions/index.ts';
import type { Home } from '../home/index.ts';
import type { Asked } from './asking.ts';

type Row<Name extends ActionName> = Awaited<ReturnType<(typeof ACTIONS)[Name]>>;

/** What an action is given: its fields; those with a default may be left out. */
export type GivenOf<Name extends ActionName> = Asked<z.ZodMiniObject<Row<Name>['given'], z.core.$strict>>;

/** What came of it, in its envelope, with its entry in the journal. */
export type ActedOf<Name extends ActionName> =
  Row<Name> extends Action<infer _Fields, infer Answer> ? ActedEnvelope & { readonly answer: Answer } : never;

/** Does something to a home; see `OpenHome.act`. */
export async function actOn<Name extends ActionName>(
  home: Home,
  name: Name,
  given: GivenOf<Name>,
  options?: ActOptions,
): Promise<ActedOf<Name>>;
export async function actOn(
  home: Home,
  name: ActionName,
  given: object,
  options?: ActOptions,
): Promise<ActedEnvelope> {
  return await act(home, name, given, options);
}
