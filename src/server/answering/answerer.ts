import { USE_CASES, type UseCase } from '../../workbench/index.ts';
import type { Asked } from '../questions/asked.ts';
import { answerAssistant } from './answer-assistant.ts';
import type { Act, AssistantCall, AssistantReply } from './assistant-call.ts';
import { answerIn, type FormedAnswer } from './answer-in.ts';
import { looksOf, type HomeChoice } from './home-version.ts';
import { openKnowledge, type OpenKnowledge } from './open-knowledge.ts';

/** An answer as it is sent. */
export interface GivenAnswer extends FormedAnswer {
  /** What the home held when it was given. */
  readonly version: string;
}

/** Whoever answers questions: in this thread, or in another. */
export interface Answers {
  /** @throws FoeprintError whatever the question is refused with */
  readonly answer: (asked: Asked) => Promise<GivenAnswer>;
  /**
   * What is sent back to an assistant.
   *
   * @param act does what a tool is to change
   * @throws FoeprintError where the home cannot be used; what tools are refused with is in the reply
   */
  readonly converse: (call: AssistantCall, act: Act) => Promise<AssistantReply>;
  /** Threads that there are for it beside this one. */
  readonly threads: number;
  readonly close: () => Promise<void>;
}

/** Answers questions from a home. What another process writes there is noticed at the next question. */
export class Answerer implements Answers {
  readonly threads = 0;
  readonly #options: HomeChoice;
  #known: Promise<Known> | undefined;

  constructor(options: HomeChoice) {
    this.#options = options;
  }

  /** @throws FoeprintError whatever the question is refused with */
  async answer(asked: Asked): Promise<GivenAnswer> {
    const knowledge = await this.#current();
    return await knowledge.use(async () => {
      const useCase: UseCase = await USE_CASES[asked.name]();
      const formed = await answerIn(useCase, asked, knowledge.accessFor(asked));
      return { ...formed, version: knowledge.version };
    });
  }

  async converse(call: AssistantCall, act: Act): Promise<AssistantReply> {
    const knowledge = await this.#current();
    const asker = { clearance: call.clearance, rules: [] };
    return await knowledge.use(async () => await answerAssistant(call, knowledge.accessFor(asker), act));
  }

  async close(): Promise<void> {
    const known = this.#known;
    this.#known = undefined;
    await (await known?.catch(() => undefined))?.knowledge.leave();
  }

  /** The home as it stands: what is open, or opened anew where another process has changed it. One after the other. */
  async #current(): Promise<OpenKnowledge> {
    this.#known = renewed(this.#known, this.#options);
    return (await this.#known).knowledge;
  }
}

interface Known {
  readonly knowledge: OpenKnowledge;
  /** What the files looked like when it was found to be the newest. */
  readonly looks: string;
}

async function renewed(before: Promise<Known> | undefined, options: HomeChoice): Promise<Known> {
  // What could not be opened is tried anew.
  const known = await before?.catch(() => undefined);
  const looks = known === undefined ? '' : looksOf(known.knowledge.home);
  if (known !== undefined && known.looks === looks) return known;
  const fresh = await openKnowledge(options);
  if (known === undefined) return { knowledge: fresh, looks: looksOf(fresh.home) };
  if (fresh.version !== known.knowledge.version) {
    await known.knowledge.leave();
    return { knowledge: fresh, looks };
  }
  // Something was written that changes no answer, such as what rules derived.
  await fresh.leave();
  return { ...known, looks };
}
