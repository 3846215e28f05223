import type * as z from 'zod/mini';
import type { Action, ActedEnvelope, ACTIONS, ActionName } from '../actions/index.ts';
import type { Asked } from './asking.ts';

type Row<Name extends ActionName> = Awaited<ReturnType<(typeof ACTIONS)[Name]>>;

/** What an action is given: its fields; those with a default may be left out. */
export type GivenOf<Name extends ActionName> = Asked<z.ZodMiniObject<Row<Name>['given'], z.core.$strict>>;

/** What came of it, in its envelope, with its entry in the journal. */
export type ActedOf<Name extends ActionName> =
  Row<Name> extends Action<infer _Fields, infer Answer> ? ActedEnvelope & { readonly answer: Answer } : never;
