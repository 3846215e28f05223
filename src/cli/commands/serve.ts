import { optionName } from '../../forms/index.ts';
import { levelNamed } from '../call/level-named.ts';
import { EXIT, type CommandDeclaration } from '../call/command.ts';

const HOST = {
  flags: '--host <address>',
  help: 'address to listen on',
  fallback: '127.0.0.1: this machine alone',
};
const PORT = {
  flags: '--port <port>',
  help: 'port to listen on; 0 for any that is free',
  value: 'integer',
  fallback: '8737',
} as const;

export const serve: CommandDeclaration = {
  name: 'serve',
  summary: 'every question over HTTP, as JSON, and the web application',
  details:
    'Answers `GET` and `POST /api/NAME` for every question: its fields as a query or as a JSON object. What another process loads is noticed at the next question. It runs until it is ended (Ctrl-C, SIGTERM), and answers what was asked before.',
  arguments: [],
  options: [HOST, PORT],
  examples: [
    { line: 'serve', label: 'for this machine, at http://127.0.0.1:8737' },
    { line: 'serve --port 9000 --tlp green', label: 'on another port, without what is marked above green' },
  ],
  answer: async ({ options, terminal }) => {
    // Loaded when it is asked for: no other command needs what speaks HTTP.
    const { startServer } = await import('../../server/index.ts');
    const { address, close } = await startServer({
      home: options.text('home'),
      config: options.text('config'),
      host: options.text(optionName(HOST.flags)),
      port: options.number(optionName(PORT.flags)),
      clearance: levelNamed(options.text('tlp')),
      log: options.flag('quiet') ? 'error' : 'info',
    });
    terminal.answer(options.flag('json') ? JSON.stringify({ address }) : `Foeprint answers at ${address}`);
    await ended();
    await close();
    return EXIT.ok;
  },
};

/** When the process is asked to end. Asked again, it ends at once. */
async function ended(): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
