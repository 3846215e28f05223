#!/usr/bin/env node
import { EXIT } from './command.ts';
import { inFull, runCommandLine } from './run-command-line.ts';

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

// The bundle is CommonJS, which cannot await out here.
void runCommandLine(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
