import { useQuery } from '@tanstack/react-query';
import type { ActionName } from 'foeprint/answers';
import { ACTIONS } from 'virtual:actions';
import { fetchJson, type ApiFault } from './ask.ts';

/** Whoever asks, as the server knows them. */
export interface Caller {
  /** Name of the token; `local` for whoever is at this machine. */
  readonly name: string;
  readonly role: Role;
  /** How far answers may go, e.g. `amber`. */
  readonly clearance: string;
  readonly by: 'local' | 'token' | 'session';
}

/** Roles, each of which may do what those before it may. */
const ROLES = ['reader', 'analyst', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Who asks; undefined until the server says. */
export function useCaller(): Caller | undefined {
  const { data } = useQuery<{ readonly caller: Caller }, ApiFault>({
    queryKey: ['/api/session'],
    queryFn: async ({ signal }) =>
      (await fetchJson('/api/session', { signal })) as { readonly caller: Caller },
  });
  return data?.caller;
}

/** Whether a role reaches. */
export function reaches(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed);
}

/** The role that an action takes. */
export function roleFor(name: ActionName): Role {
  return ACTIONS[name].role;
}
