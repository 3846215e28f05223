/** What runs the commands of a test. */
export interface Executor {
  /** As Atomic Red Team and the emulation plans of CTID call it. */
  readonly name: string;
  /** As Caldera calls it; absent where people do it by hand. */
  readonly caldera?: string;
  /** The language of its commands, for highlighting. */
  readonly language: string;
  /** Systems on which it is found, as Caldera calls them. */
  readonly systems: readonly string[];
}

/**
 * Everything that runs commands of tests (github.com/redcanaryco/atomic-red-team/wiki/Contributing). Caldera’s agents have no `bash`
 * of their own: its plugin for these tests takes `sh`, too.
 */
export const EXECUTORS: readonly Executor[] = [
  { name: 'powershell', caldera: 'psh', language: 'powershell', systems: ['windows'] },
  { name: 'command_prompt', caldera: 'cmd', language: 'bat', systems: ['windows'] },
  { name: 'sh', caldera: 'sh', language: 'sh', systems: ['linux', 'darwin'] },
  { name: 'bash', caldera: 'sh', language: 'bash', systems: ['linux', 'darwin'] },
  { name: 'manual', language: '', systems: [] },
];

/** The executor of a name; undefined where there is none. */
export function executorNamed(name: string): Executor | undefined {
  return EXECUTORS.find((executor) => executor.name === name);
}
