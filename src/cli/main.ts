#!/usr/bin/env node
import { runCommandLine } from './run-command-line.ts';

// A reader that closes early (`foeprint list techniques | head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

// The bundle is CommonJS, which cannot await out here.
void runCommandLine(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
