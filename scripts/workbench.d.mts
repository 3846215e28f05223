/** How somebody is offered the web application at the end of the quick start. */
export interface Offer {
  readonly words: readonly string[];
  readonly home: string;
  readonly isTerminal: boolean;
  readonly ask: (question: string) => Promise<string | undefined>;
  readonly serve: (words: readonly string[]) => Promise<number>;
  readonly say: (text: string) => void;
}

/** Starts the web application where that is wanted, and otherwise says how. */
export declare function offerWorkbench(offer: Offer): Promise<number>;

/** Runs the built command line in this window until it ends. */
export declare function runFoeprint(words: readonly string[]): Promise<number>;
