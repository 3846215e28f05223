import { filledCommand, type EmulationTest } from '../../../answers/index.ts';
import { fragmentsOf, piecesOf, programOf, scriptMarks } from './commands.ts';

/** Where a trace stands: a log that Sigma names. */
export interface TraceLog {
  readonly product: 'windows' | 'linux' | 'macos';
  readonly category: 'process_creation' | 'ps_script';
}

/** What a command of a test leaves in a log. */
export interface Trace extends TraceLog {
  readonly test: EmulationTest;
  /** How the path of the program ends; absent of a script. */
  readonly image?: string;
  /** What stands in its command line, or in the script, whatever the values that are given to the test. */
  readonly fragments: readonly string[];
  /** The event, as its log has it. */
  readonly event: Readonly<Record<string, unknown>>;
}

const PRODUCTS: Readonly<Record<string, TraceLog['product']>> = {
  windows: 'windows',
  linux: 'linux',
  macos: 'macos',
};

/** What the commands of a test would leave in the logs of the systems that it is for. None of one that people do by hand. */
export function tracesOf(test: EmulationTest): readonly Trace[] {
  const products = test.platforms.flatMap((platform) => PRODUCTS[platform] ?? []);
  return products.flatMap((product) => {
    const isWindows = product === 'windows';
    if (isWindows !== ['command_prompt', 'powershell'].includes(test.executor)) return [];
    return [...processTraces(test, product), ...(test.executor === 'powershell' ? scriptTraces(test) : [])];
  });
}

function processTraces(test: EmulationTest, product: TraceLog['product']): readonly Trace[] {
  return piecesOf(test.command, test.executor).flatMap((piece) => {
    const program = programOf(piece, test.executor);
    if (program === undefined) return [];
    const image = product === 'windows' ? `\\${program.name}.exe` : `/${program.name}`;
    const folder = product === 'windows' ? 'C:\\Windows\\System32' : '/usr/bin';
    const log = { product, category: 'process_creation' } as const;
    const CommandLine = filledCommand(test, piece);
    return [
      {
        ...log,
        test,
        image,
        fragments: fragmentsOf(program.rest),
        event: { logsource: log, Image: `${folder}${image}`, CommandLine },
      },
    ];
  });
}

function scriptTraces(test: EmulationTest): readonly Trace[] {
  const log = { product: 'windows', category: 'ps_script' } as const;
  const fragments = scriptMarks(test.command);
  const ScriptBlockText = filledCommand(test, test.command);
  return [{ ...log, test, fragments, event: { logsource: log, ScriptBlockText } }];
}
