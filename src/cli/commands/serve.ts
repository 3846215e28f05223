import { errorOf } from '../../facts/index.ts';
import { optionName } from '../../forms/index.ts';
import { CLI_ISSUES } from '../issues.ts';
import { openInBrowser } from '../terminal/open-in-browser.ts';
import { levelNamed } from '../../actions/index.ts';
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

const BASE_URL = {
  flags: '--base-url <address>',
  help: 'address under which others reach it, where a proxy stands before it: https://foeprint.example',
};
const ALLOW_HOST = {
  flags: '--allow-host <name>',
  help: 'further name that it answers to, with or without a port (repeatable)',
  many: true,
};
const RATE_LIMIT = {
  flags: '--rate-limit <count>',
  help: 'requests that one address may send within a minute, where tokens are demanded',
  value: 'integer',
  fallback: '1200',
} as const;
const MCP_WRITE = {
  flags: '--mcp-write',
  help: 'let assistants also record what people say (`/mcp`), where the role of their token allows it',
};
const OPEN = { flags: '--open', help: 'open the web application in the browser of this machine' };
const AUTH = { flags: '--auth', help: 'demand a token of everybody, also on this machine' };

export const serve: CommandDeclaration = {
  name: 'serve',
  summary: 'every question over HTTP, as JSON, and the web application',
  details:
    'Answers `GET` and `POST /api/NAME` for every question, its fields as a query or as a JSON object; and assistants, by the Model Context Protocol, at `/mcp`. What another process loads is noticed at the next question. It runs until it is ended (Ctrl-C, SIGTERM), and answers what was asked before. On this machine alone everybody is let in; on any other address a token is demanded, and there must be one (`foeprint token add`).',
  arguments: [],
  options: [HOST, PORT, OPEN, BASE_URL, ALLOW_HOST, AUTH, RATE_LIMIT, MCP_WRITE],
  examples: [
    { line: 'serve --open', label: 'for this machine, at http://127.0.0.1:8737, and in its browser' },
    {
      line: 'serve --host 0.0.0.0 --base-url https://foeprint.example',
      label: 'for others, behind a proxy that speaks TLS',
    },
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
      baseUrl: addressIn(options.text(optionName(BASE_URL.flags))),
      allowHosts: options.texts(optionName(ALLOW_HOST.flags)),
      auth: options.flag(optionName(AUTH.flags)),
      assistantsWrite: options.flag(optionName(MCP_WRITE.flags)),
      perMinute: options.number(optionName(RATE_LIMIT.flags)),
      clearance: levelNamed(options.text('tlp')),
      log: options.flag('quiet') ? 'error' : 'info',
    });
    terminal.answer(options.flag('json') ? JSON.stringify({ address }) : `Foeprint answers at ${address}`);
    if (options.flag(optionName(OPEN.flags)) && !(await openInBrowser(address)))
      terminal.remark(`No browser was found here: open ${address} in one.`);
    await ended();
    await close();
    return EXIT.ok;
  },
};

/** @throws FoeprintError C774 where it is no address of the web */
function addressIn(text: string | undefined): string | undefined {
  if (text === undefined || /^https?:$/u.test(URL.canParse(text) ? new URL(text).protocol : '')) return text;
  throw errorOf(
    CLI_ISSUES.wrongValue,
    `“${text}” is no address of the web.`,
    { field: '--base-url' },
    'Write it like https://foeprint.example.',
  );
}

/** When the process is asked to end. Asked again, it ends at once. */
async function ended(): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
