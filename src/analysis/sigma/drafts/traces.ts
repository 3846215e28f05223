import type { DraftLog, EmulationTest } from '../../../answers/index.ts';
import { literalValue } from '../../../sigma/index.ts';
import { piecesOf, programOf, type Piece } from './commands.ts';
import { fileTraces } from './file-traces.ts';
import { fragmentsOf, scriptMarks } from './fragments.ts';
import { hostTraces } from './host-traces.ts';
import { registryTraces } from './registry-traces.ts';
import { filled, type SelectionMap, type Trace } from './trace.ts';

/** Systems whose shells run a test. */
const RUN_BY: Readonly<Record<string, readonly DraftLog['product'][]>> = {
  command_prompt: ['windows'],
  powershell: ['windows'],
  sh: ['linux', 'macos'],
  bash: ['linux', 'macos'],
};

const PRODUCTS: Readonly<Record<string, DraftLog['product']>> = {
  windows: 'windows',
  linux: 'linux',
  macos: 'macos',
};

/** What the commands of a test would leave in the logs of the systems that it is for. None of one that people do by hand. */
export function tracesOf(test: EmulationTest): readonly Trace[] {
  const by = RUN_BY[test.executor] ?? [];
  const products = test.platforms
    .flatMap((platform) => PRODUCTS[platform] ?? [])
    .filter((each) => by.includes(each));
  const pieces = products.length === 0 ? [] : piecesOf(test.command, test.executor);
  return products.flatMap((product): readonly Trace[] => {
    return [
      ...processTraces(test, pieces, product),
      ...fileTraces(test, pieces, product),
      ...(product === 'windows' ? [...registryTraces(test, pieces), ...hostTraces(test, pieces)] : []),
      ...(test.executor === 'powershell' ? [scriptTrace(test)] : []),
    ];
  });
}

function processTraces(
  test: EmulationTest,
  pieces: readonly Piece[],
  product: DraftLog['product'],
): readonly Trace[] {
  return pieces.flatMap((piece) => {
    const program = programOf(piece);
    if (program === undefined) return [];
    const image = product === 'windows' ? `\\${program.name}.exe` : `/${program.name}`;
    const folder = product === 'windows' ? 'C:\\Windows\\System32' : '/usr/bin';
    const log: DraftLog = { product, category: 'process_creation' };
    const values = fragmentsOf(program).map(literalValue);
    const event = { logsource: log, Image: `${folder}${image}`, CommandLine: filled(test, piece.text) };
    if (values.length === 0) return [{ log, test, event }];
    return [
      { log, test, event, selection: { 'Image|endswith': image, ...containing('CommandLine', values) } },
    ];
  });
}

function scriptTrace(test: EmulationTest): Trace {
  const log: DraftLog = { product: 'windows', category: 'ps_script' };
  const values = scriptMarks(test.command).map(literalValue);
  const event = { logsource: log, ScriptBlockText: filled(test, test.command) };
  return values.length === 0
    ? { log, test, event }
    : { log, test, event, selection: containing('ScriptBlockText', values) };
}

function containing(field: string, values: readonly string[]): SelectionMap {
  const [only = ''] = values;
  return values.length === 1 ? { [`${field}|contains`]: only } : { [`${field}|contains|all`]: values };
}
