import { vi } from 'vitest';
import { runCommandLine } from '../../src/cli/run-command-line.ts';

/** What a command line came to. */
export interface Ran {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line in this process, as on a pipe: no colour, no progress. */
export async function runFoeprint(...words: readonly string[]): Promise<Ran> {
  const written = { out: '', err: '' };
  const catching = (stream: 'out' | 'err') => (chunk: string | Uint8Array) => {
    written[stream] += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('latin1');
    return true;
  };
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(catching('out')),
    vi.spyOn(process.stderr, 'write').mockImplementation(catching('err')),
  ];
  try {
    return { exitCode: await runCommandLine(words), ...written };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
