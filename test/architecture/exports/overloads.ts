// What the reader of exports has to make out; read as text only.
export { LIMIT as RENAMED } from './limit.ts';

interface SomeOptions {
  readonly most?: number;
}

/** One of two. */
export function both(one: string): string;
export function both(one: number): number;
export function both(one: string | number): string | number {
  return one;
}

/** With what may be left out. */
export function plain<T>(one: T, { most = 1 }: SomeOptions = {}, three = 'three'): T {
  return most > three.length ? one : one;
}

/** What has a secret. */
export class Thing {
  /** What it holds. */
  readonly held: string;
  readonly #secret = 1;

  constructor(held: string) {
    this.held = held;
  }

  get size(): number {
    return this.held.length + this.#secret;
  }
}
