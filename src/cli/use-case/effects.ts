import type { Envelope, MigrateAnswer } from '../../answers/index.ts';
import type { Call } from '../call/call.ts';
import { EXIT, type ExitCode, type OptionDeclaration } from '../call/command.ts';

/** What the command line does with an answer beside showing it. */
interface Effect {
  readonly options: readonly OptionDeclaration[];
  /** Does it before the answer is given; the exit code, where it is not the usual one. */
  happen(answer: Envelope['answer'], call: Call): Promise<ExitCode | undefined>;
}

/** By the name of the use case. */
export const EFFECTS: Readonly<Record<string, Effect>> = {
  migrate: {
    options: [
      { flags: '--into <folder>', help: 'where to write what was carried, by the same names' },
      { flags: '--strict', help: 'exit with 1 when anything is left to decide' },
    ],
    happen: async (answer: MigrateAnswer, call) => {
      const { writeMigrated } = await import('../files/migrated-files.ts');
      await writeMigrated(answer, call);
      const { ambiguous, dropped, unknown } = answer.counts;
      if (answer.documents.some(({ isRefused }) => isRefused)) return EXIT.input;
      return call.options.flag('strict') && ambiguous + dropped + unknown > 0 ? EXIT.nothing : undefined;
    },
  },
};
