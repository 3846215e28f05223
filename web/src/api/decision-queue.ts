import type { GivenOf } from 'foeprint/answers';
import { firstTogether, givenFor, type Decision } from '../marks/report/decisions.ts';
import { ApiFault } from './ask.ts';

/** Decisions on their way. */
export interface Decisions {
  /** Not kept yet, in their order. */
  readonly waiting: readonly Decision[];
  /** Kept, and not shown by an answer yet. */
  readonly sent: readonly Decision[];
  /** Refused, each with why, until it is decided on anew. */
  readonly refused: readonly { readonly decision: Decision; readonly fault: ApiFault }[];
  /** Why the first of those that wait is not sent; it is tried again. */
  readonly trouble?: ApiFault;
}

export const NO_DECISIONS: Decisions = { waiting: [], sent: [], refused: [] };

export interface DecisionQueueOptions {
  /** Sends some at once. @throws ApiFault */
  readonly send: (given: GivenOf<'report-review'>) => Promise<void>;
  /** Which of some of one report, of which nobody knows what came of them, the home has, once nothing is under way. @throws ApiFault */
  readonly kept: (inDoubt: readonly Decision[]) => Promise<readonly Decision[]>;
  /** Is called with every change; those that wait are to outlive the page. */
  readonly changed: (decisions: Decisions) => void;
  /** Milliseconds before what was not sent is tried again. */
  readonly pause: number;
}

/**
 * Sends decisions of reviewers in the background, in their order, those at once that can be. None is lost: what the server cannot take now
 * is tried again until it does; what it refuses is kept with the reason. What was sent before without an answer is sent again only where the
 * home does not have it: what takes back would take back an older decision, too.
 */
export class DecisionQueue {
  readonly #options: DecisionQueueOptions;
  #now: Decisions = NO_DECISIONS;
  #sending: readonly Decision[] = [];
  /** Numbers of those that were refused together, to see which of them it is. */
  readonly #alone = new Set<number>();
  #running: Promise<void> | undefined;
  #wake: (() => void) | undefined;

  constructor(options: DecisionQueueOptions) {
    this.#options = options;
  }

  get now(): Decisions {
    return this.#now;
  }

  /** Whether a decision can still be left out: it waits, and was never sent. */
  isHeld({ number }: Decision): boolean {
    return this.#now.waiting.some((each) => each.number === number && each.isInDoubt !== true);
  }

  add(...decisions: readonly Decision[]): void {
    const keys = new Set(decisions.map(({ report, key }) => `${report} ${key}`));
    this.#set({
      waiting: [...this.#now.waiting, ...decisions],
      refused: this.#now.refused.filter(({ decision: { report, key } }) => !keys.has(`${report} ${key}`)),
    });
    this.#running ??= this.#run().finally(() => (this.#running = undefined));
  }

  /** Leaves one out that is still held. */
  leaveOut({ number }: Decision): void {
    this.#set({ waiting: this.#now.waiting.filter((each) => each.number !== number) });
  }

  /** Tries what could not be sent at once, without waiting any longer. */
  again(): void {
    this.#wake?.();
  }

  /** An answer shows these now. */
  seen(decisions: readonly Decision[]): void {
    this.#set({ sent: this.#now.sent.filter(({ number }) => !isIn(decisions, number)) });
  }

  /** When all are sent. */
  async idle(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#now.waiting.length > 0) {
      const [first] = this.#now.waiting;
      const together =
        first !== undefined && this.#alone.has(first.number) ? [first] : firstTogether(this.#now.waiting);
      const inDoubt = together.filter(({ isInDoubt }) => isInDoubt === true);
      this.#sending = inDoubt.length > 0 ? inDoubt : together;
      try {
        await (inDoubt.length > 0 ? this.#settle() : this.#send());
      } catch (error) {
        if (!(error instanceof ApiFault)) throw error;
        await this.#failed(error);
      }
    }
  }

  async #send(): Promise<void> {
    // Before they go: a page that is loaded anew is to know.
    this.#doubt(true);
    await this.#options.send(givenFor(this.#sending));
    this.#ended(this.#sending, { sent: [...this.#now.sent, ...this.#sending] });
  }

  /** Finds out which of those that were sent before the home has; the others are sent as if they never were. */
  async #settle(): Promise<void> {
    const kept = await this.#options.kept(this.#sending);
    this.#ended(kept, { sent: [...this.#now.sent, ...kept] });
    this.#doubt(false);
  }

  async #failed(fault: ApiFault): Promise<void> {
    const tried = this.#sending;
    if (!isRefusal(fault)) {
      this.#set({ trouble: fault });
      await this.#pause();
    } else if (tried.length > 1 && tried.every(({ isInDoubt }) => isInDoubt !== true)) {
      // None of them is kept where one is refused.
      this.#doubt(false);
      for (const { number } of tried) this.#alone.add(number);
    } else {
      this.#ended(tried, {
        refused: [...this.#now.refused, ...tried.map((decision) => ({ decision, fault }))],
      });
    }
  }

  /** Those of which it is known what came of them no longer wait. */
  #ended(known: readonly Decision[], more: Partial<Decisions>): void {
    const { trouble: _, ...now } = this.#now;
    this.#now = now;
    this.#set({ ...more, waiting: now.waiting.filter(({ number }) => !isIn(known, number)) });
  }

  /** Says of those that are sent whether nobody knows what came of them. */
  #doubt(isInDoubt: boolean): void {
    const mark = (decision: Decision): Decision =>
      isIn(this.#sending, decision.number) ? { ...decision, isInDoubt } : decision;
    this.#set({ waiting: this.#now.waiting.map(mark) });
  }

  async #pause(): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, this.#options.pause);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = undefined;
  }

  #set(more: Partial<Decisions>): void {
    this.#now = { ...this.#now, ...more };
    this.#options.changed(this.#now);
  }
}

function isIn(decisions: readonly Decision[], number: number): boolean {
  return decisions.some((each) => each.number === number);
}

/** Of a session that another window has begun since: the next request asks for what belongs to it. */
const OTHER_SESSION = 'N822';

/** Whether the server has looked at a decision and does not take it; all else may be otherwise later. */
function isRefusal({ status, issues: [first] }: ApiFault): boolean {
  if (first?.code === OTHER_SESSION) return false;
  return status === 403 || (status >= 400 && status < 500 && /^[CHW]\d/u.test(first?.code ?? ''));
}
