import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Numbered } from './sent.ts';

const SCRIPT = fileURLToPath(new URL('change-process.ts', import.meta.url));

/** Where a process kills itself. */
export type KillStep =
  | { readonly when: 'before' | 'after'; readonly words: string; readonly time?: number }
  | { readonly when: 'halfway' };

/** What a process is to change. */
export type What =
  | { readonly commit: string; readonly months: readonly Numbered[] }
  | { readonly remove: string }
  | { readonly compact: true };

export interface ChangeOrder {
  readonly address: string;
  readonly password: string;
  readonly holder: string;
  readonly what: What;
  readonly step?: KillStep;
}

/** Lets a process of its own change the sightings. @returns what ended it: its exit code, or the signal */
export async function changeInProcess(order: ChangeOrder): Promise<number | string | null> {
  const words = ['--import', 'tsx', SCRIPT, JSON.stringify(order)];
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'inherit', 'inherit'] });
  await once(child, 'close');
  return child.exitCode ?? child.signalCode;
}
