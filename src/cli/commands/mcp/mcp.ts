import { act } from '../../../actions/index.ts';
import { VERSION } from '../../../home/index.ts';
import { mcpServerOf, serveOnStdio, type Act } from '../../../mcp/index.ts';
import { localActor } from '../../call/action-command.ts';
import { EXIT, type CommandDeclaration } from '../../call/command.ts';
import { inFull } from '../../terminal/in-full.ts';

export const mcp: CommandDeclaration = {
  name: 'mcp',
  summary: 'answer assistants by the Model Context Protocol, on standard input and output',
  details:
    'An assistant that speaks the protocol starts it, and asks by tools: profiles, reasons, techniques, comparisons, rankings. Without `--write` it reads only; texts of sources stand in fields named as quoted. It ends when its input ends. docs/mcp.md says how it is named in the settings of an assistant.',
  arguments: [],
  options: [
    {
      flags: '--write',
      help: 'also tools that record what people say: assertions, and decisions on reports; the journal has who did what',
    },
  ],
  examples: [
    { line: 'mcp', label: 'as an assistant starts it' },
    { line: 'mcp --write', label: 'for an assistant that may record what its user says' },
    { line: 'mcp --tlp green', label: 'for an assistant that may see what is green at most' },
  ],
  stays: true,
  answer: async ({ access, options, home, clearance, terminal }) => {
    const fault = (error: unknown): void => terminal.complain(inFull(error));
    const doing: Act = async (name, given) =>
      await act(await home(), name, given, { ...localActor(), through: 'mcp', clearance: await clearance() });
    await serveOnStdio(
      () =>
        mcpServerOf(access, { version: VERSION, fault, ...(options.flag('write') ? { act: doing } : {}) }),
      fault,
    );
    return EXIT.ok;
  },
};
