import type { PlannedTest } from '../../answers/index.ts';
import { CALDERA_SYSTEMS, executorNamed } from '../../threat/index.ts';

/** An agent’s system, and what runs commands there. */
export interface CalderaExecutor {
  readonly system: string;
  readonly executor: string;
}

/**
 * Where Caldera runs a test: on the systems it was chosen for; a test for a cloud or a cluster on those where its shell is found. None
 * for a manual one.
 */
export function calderaExecutors({
  test,
  platforms,
}: Pick<PlannedTest, 'test' | 'platforms'>): readonly CalderaExecutor[] {
  const executor = executorNamed(test.executor);
  const name = executor?.caldera;
  if (executor === undefined || name === undefined) return [];
  const systems = new Set(
    platforms.flatMap((platform) => {
      const own = CALDERA_SYSTEMS[platform];
      return own === undefined ? executor.systems : [own];
    }),
  );
  // PowerShell has another name where it is not Windows’ own.
  return [...systems].map((system) => ({
    system,
    executor: name === 'psh' && system !== 'windows' ? 'pwsh' : name,
  }));
}

/**
 * A command as Caldera takes it. Its agents give `cmd` one line: lines are joined as Invoke-AtomicRedTeam joins them, comments left
 * out; every other shell takes lines.
 */
export function calderaCommand(command: string, executor: string): string {
  if (executor !== 'cmd') return command;
  const lines = command.split('\n').map((line) => line.trim());
  const joined = lines.filter((line) => line !== '' && !/^@?(?:rem(?:\s|$)|::)/iu.test(line)).join(' & ');
  // An ability without a command is none: of comments alone the first stays.
  return joined === '' ? (lines[0] ?? '') : joined;
}
