import { VERSION } from '../../../home/index.ts';
import { mcpServerOf, serveOnStdio } from '../../../mcp/index.ts';
import { EXIT, type CommandDeclaration } from '../../call/command.ts';
import { inFull } from '../../terminal/in-full.ts';

export const mcp: CommandDeclaration = {
  name: 'mcp',
  summary: 'answer assistants by the Model Context Protocol, on standard input and output',
  details:
    'An assistant that speaks the protocol starts it, and asks by tools: profiles, reasons, techniques, comparisons, rankings. It reads only; texts of sources stand in fields named as quoted. It ends when its input ends. docs/mcp.md says how it is named in the settings of an assistant.',
  arguments: [],
  options: [],
  examples: [
    { line: 'mcp', label: 'as an assistant starts it' },
    { line: 'mcp --tlp green', label: 'for an assistant that may see what is green at most' },
  ],
  stays: true,
  answer: async ({ access, terminal }) => {
    const fault = (error: unknown): void => terminal.complain(inFull(error));
    await serveOnStdio(() => mcpServerOf(access, { version: VERSION, fault }), fault);
    return EXIT.ok;
  },
};
