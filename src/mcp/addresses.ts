import type { Mention } from '../answers/index.ts';
import { idOf } from './results/things.ts';

/** What resources are addressed as: `foeprint://group/G0007`. */
export const ADDRESSES = {
  group: 'foeprint://group/{id}',
  technique: 'foeprint://technique/{id}',
  why: 'foeprint://why/{subject}~{object}',
  report: 'foeprint://report/{id}',
  layer: 'foeprint://layer/{id}',
  plan: 'foeprint://plan/{id}',
  sigma: 'foeprint://sigma/{id}',
  stix: 'foeprint://stix/{id}',
} as const;

/** A kind of resource. */
export type ResourceKind = keyof typeof ADDRESSES;

/** The address of a thing among the resources of a kind. */
export function addressOf(kind: Exclude<ResourceKind, 'why'>, { id }: { readonly id: string }): string {
  return `foeprint://${kind}/${part(id)}`;
}

type Asked = Pick<Mention, 'id' | 'label'>;

/** The address of why two things stand in relation. */
export function whyAddress(subject: Asked, object: Asked): string {
  return `foeprint://why/${part(idOf(subject))}~${part(idOf(object))}`;
}

/** A part of an address: neither `/` nor the `~` that parts two of them stands in it. */
function part(text: string): string {
  return encodeURIComponent(text).replaceAll('~', '%7E');
}

/** Several things in one part of an address. */
export function joinedIds(ids: readonly string[]): string {
  return ids.join('+');
}

/** What {@link joinedIds} joined. */
export function idsIn(joined: string): readonly string[] {
  return joined.split('+').filter((id) => id !== '');
}
