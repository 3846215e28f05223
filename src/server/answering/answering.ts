import { createHash } from 'node:crypto';
import type { Asked } from '../questions/asked.ts';
import type { Answers } from './answerer.ts';
import type { Act, AssistantCall, AssistantReply } from './assistant-call.ts';
import { HomeFollower, type HomeChoice, type HomeVersion } from './home-version.ts';
import { KeptAnswer, KeptAnswers } from './kept-answers.ts';

/** So many bytes of answers are kept. */
const MOST_KEPT = 48 * 1024 * 1024;

/** What became of a question. */
export interface Outcome {
  readonly kept: KeptAnswer;
  /** Whether it was kept from before, or was under way for somebody else. */
  readonly isKept: boolean;
  /** Names the answer: the same for the same question, asker and knowledge. Undefined where it may change without being noticed. */
  readonly tag: string | undefined;
}

/**
 * Questions on their way to whoever answers: what was answered before of the same knowledge is given again, and what many ask at once is
 * answered once.
 */
export class Answering {
  readonly #answers: Answers;
  readonly #follower: HomeFollower;
  readonly #kept = new KeptAnswers(MOST_KEPT);
  readonly #underway = new Map<string, Promise<Outcome>>();

  constructor(answers: Answers, choice: HomeChoice) {
    this.#answers = answers;
    this.#follower = new HomeFollower(choice);
  }

  /** What the home holds. */
  async version(): Promise<string> {
    return (await this.#follower.current()).version;
  }

  /**
   * The answer to a question; undefined where whoever asks has it.
   *
   * @param isKnown whether whoever asks has the answer of a tag
   * @throws FoeprintError whatever the question is refused with
   */
  async answer(asked: Asked, isKnown: (tag: string) => boolean): Promise<Outcome | undefined> {
    const held = await this.#follower.current();
    const key = keyOf(asked, held.version);
    if (!held.isOpenEnded) {
      if (isKnown(key)) return undefined;
      const kept = this.#kept.get(key);
      if (kept !== undefined) return { kept, isKept: true, tag: key };
    }
    const underway = this.#underway.get(key);
    return underway === undefined ? await this.#ask(asked, held, key) : { ...(await underway), isKept: true };
  }

  /** What is sent back to an assistant. Nothing of it is kept. @throws FoeprintError where the home cannot be used */
  async converse(call: AssistantCall, act: Act): Promise<AssistantReply> {
    return await this.#answers.converse(call, act);
  }

  /** Bytes of the answers that are kept. */
  get bytesKept(): number {
    return this.#kept.size;
  }

  /** Threads that answer beside this one. */
  get threads(): number {
    return this.#answers.threads;
  }

  async close(): Promise<void> {
    await this.#answers.close();
  }

  #ask(asked: Asked, { isOpenEnded }: HomeVersion, key: string): Promise<Outcome> {
    const asking = this.#answers
      .answer(asked)
      .then((answer): Outcome => {
        const kept = new KeptAnswer(answer);
        // The knowledge may have changed on the way: it is named by what it was answered from.
        const tag = isOpenEnded ? undefined : keyOf(asked, answer.version);
        if (tag !== undefined) this.#kept.keep(tag, kept);
        return { kept, isKept: false, tag };
      })
      .finally(() => this.#underway.delete(key));
    this.#underway.set(key, asking);
    return asking;
  }
}

function keyOf(asked: Asked, version: string): string {
  return createHash('sha256')
    .update(JSON.stringify([version, asked]))
    .digest('base64url')
    .slice(0, 22);
}
