import { PackedBody } from '../http/packed-body.ts';
import type { GivenAnswer } from './answerer.ts';

/** An answer that is kept as it is sent. */
export class KeptAnswer extends PackedBody {
  readonly answer: Omit<GivenAnswer, 'body'>;

  constructor({ body, ...answer }: GivenAnswer) {
    super(body);
    this.answer = answer;
  }
}

/** Answers that are kept to be given again, the least used of them going first, within so many bytes. */
export class KeptAnswers {
  readonly #answers = new Map<string, KeptAnswer>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  get(key: string): KeptAnswer | undefined {
    const found = this.#answers.get(key);
    if (found === undefined) return undefined;
    this.#answers.delete(key);
    this.#answers.set(key, found);
    return found;
  }

  keep(key: string, answer: KeptAnswer): void {
    // One that takes a good part of all would drive out what is asked for often.
    if (answer.size > this.#most / 4) return;
    this.#answers.set(key, answer);
    let { size } = this;
    for (const [oldest, kept] of this.#answers) {
      if (size <= this.#most || oldest === key) break;
      size -= kept.size;
      this.#answers.delete(oldest);
    }
  }

  /** Bytes of all that is kept. */
  get size(): number {
    let size = 0;
    for (const answer of this.#answers.values()) size += answer.size;
    return size;
  }
}
