import { EXIT } from './call/command.ts';
import { runCommandLine } from './run-command-line.ts';
import { inFull } from './terminal/in-full.ts';

/** Does what the arguments of this process ask, and ends it with the exit code that comes of it. */
export async function runProcess(): Promise<void> {
  // A reader that closes early (`foeprint list techniques | head`) is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });

  // Node would end with 1, which scripts take for "no".
  process.on('uncaughtException', (error) => {
    process.stderr.write(`${inFull(error)}\n`);
    process.exit(EXIT.fault);
  });

  process.exitCode = await runCommandLine(process.argv.slice(2));
}
