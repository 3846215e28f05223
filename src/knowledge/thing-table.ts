import type { Thing } from './view-rows.ts';

/** Numbers whatever statements and objects name: ids and literals apart, though they be the same text. */
export class ThingTable {
  readonly #things: Thing[] = [];
  readonly #ids = new Map<string, number>();
  readonly #literals = new Map<string, number>();

  get size(): number {
    return this.#things.length;
  }

  at(thing: number): Thing {
    return this.#things[thing] ?? { text: '', isLiteral: false };
  }

  /** Number of an id, which is given one where it has none. */
  ofId(text: string): number {
    return this.#ids.get(text) ?? this.#add(this.#ids, text, false);
  }

  /** Number of a literal, which is given one where it has none. */
  ofLiteral(text: string): number {
    return this.#literals.get(text) ?? this.#add(this.#literals, text, true);
  }

  /** Number of an id that has one. */
  find(id: string): number | undefined {
    return this.#ids.get(id);
  }

  #add(numbers: Map<string, number>, text: string, isLiteral: boolean): number {
    const thing = this.#things.length;
    numbers.set(text, thing);
    this.#things.push({ text, isLiteral });
    return thing;
  }
}
