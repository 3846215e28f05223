import { act } from '../../actions/index.ts';
import { FoeprintError } from '../../facts/index.ts';
import { openHome } from '../../home/index.ts';
import { defined } from '../../text/index.ts';
import type { WriterTask, WriterWord } from './writer-messages.ts';

/*
 * The process that writes into a home for a server: loading takes seconds of one core, and much memory, which requests would wait for. It
 * does one task after the other. Where the server is gone, it ends what it does and goes as well.
 */

let isBusy = false;
const start = process.cwd();

process.on('message', (task: WriterTask) => void doTask(task));
process.on('disconnect', leaveIfIdle);
// Whoever ends the server ends it; what it does now comes to its end first.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});

async function doTask({ home: options, name, given, options: how, folder }: WriterTask): Promise<void> {
  isBusy = true;
  try {
    const home = await openHome({ cwd: start, ...options });
    try {
      // Files that were sent are named as they were, wherever they lie.
      if (folder !== undefined) process.chdir(folder);
      const progress = (line: string): void => say({ is: 'progress', line });
      const bounds = { isBound: true, asNamed: true, progress };
      say({ is: 'done', answer: await act(home, name, given, { ...how, ...bounds }) });
    } finally {
      process.chdir(start);
      // What was loaded is made ready for whoever opens it next.
      await home.close();
    }
  } catch (error) {
    say(wordOf(error));
  } finally {
    isBusy = false;
    say({ is: 'ready' });
    leaveIfIdle();
  }
}

function wordOf(error: unknown): WriterWord {
  if (error instanceof FoeprintError)
    return { is: 'refused', issues: error.issues, ...defined({ level: error.level }) };
  return { is: 'fault', reason: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

function say(word: WriterWord): void {
  if (process.connected) process.send?.(word);
}

function leaveIfIdle(): void {
  if (!isBusy && !process.connected) process.exit();
}
