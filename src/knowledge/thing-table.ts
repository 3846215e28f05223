/** Numbers whatever statements and objects name; an id and a literal of the same text have different numbers. */
export class ThingTable {
  readonly #texts: string[] = [];
  readonly #ids = new Map<string, number>();
  readonly #literals = new Map<string, number>();
  readonly #literalThings = new Set<number>();

  get size(): number {
    return this.#texts.length;
  }

  /** The id, or the text of the literal. */
  textOf(thing: number): string {
    return this.#texts[thing] ?? '';
  }

  isLiteral(thing: number): boolean {
    return this.#literalThings.has(thing);
  }

  /** Number of an id, which is given one where it has none. */
  ofId(text: string): number {
    return this.#ids.get(text) ?? this.#add(this.#ids, text);
  }

  /** Number of a literal, which is given one where it has none. */
  ofLiteral(text: string): number {
    const known = this.#literals.get(text);
    if (known !== undefined) return known;
    const thing = this.#add(this.#literals, text);
    this.#literalThings.add(thing);
    return thing;
  }

  /** Number of an id that has one. */
  find(id: string): number | undefined {
    return this.#ids.get(id);
  }

  #add(numbers: Map<string, number>, text: string): number {
    const thing = this.#texts.length;
    numbers.set(text, thing);
    this.#texts.push(text);
    return thing;
  }
}
