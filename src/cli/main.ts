#!/usr/bin/env node
import { runCommandLine } from './run-command-line.ts';

// A reader that closes early (`foeprint list techniques | head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

process.exitCode = await runCommandLine(process.argv.slice(2));
