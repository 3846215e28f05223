import { EXIT } from '../call/command.ts';
import type { Terminal } from './terminal.ts';

/**
 * Runs what changes a home. Where it is stopped (Ctrl-C), it is said what stays, and the process ends with {@link EXIT.stopped}; while
 * something is stored, which takes seconds and is done whole or not at all, the stop comes right after.
 */
export async function stoppable<Value>(terminal: Terminal, run: () => Promise<Value>): Promise<Value> {
  const stop = (): never => {
    terminal.complain(sayStopped(terminal.allKept()));
    process.exit(EXIT.stopped);
  };
  process.once('SIGINT', stop);
  try {
    return await run();
  } finally {
    process.removeListener('SIGINT', stop);
  }
}

function sayStopped(kept: readonly string[]): string {
  const stays = kept.length === 0 ? '' : ` Kept: ${kept.join(', ')}.`;
  return `Stopped.${stays} What was not finished is as it was before: run the command again to go on.`;
}
