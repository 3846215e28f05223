import { issueTable } from '../facts/index.ts';

/** What can be wrong with a call of the Model Context Protocol, beyond what is wrong with the question in it. */
export const MCP_ISSUES = issueTable({
  wrongArguments: {
    code: 'M101',
    meaning: 'A tool is called with arguments that it does not take.',
    remedy: 'Call it with what its input schema lists (`tools/list`).',
  },
  wrongCursor: {
    code: 'M102',
    meaning:
      'A cursor is none of this list: of other arguments, of another tool, or of what was known before.',
    remedy: 'Ask for the first page again, without `cursor`.',
  },
  readOnly: {
    code: 'M103',
    meaning: 'A tool would change the home, and whoever answers is not allowed to.',
    remedy:
      'Start `foeprint mcp --write`, or `foeprint serve --mcp-write`, where an assistant is to record what people say.',
  },
  faultOfOurs: {
    code: 'M190',
    meaning: 'A tool failed by a fault of Foeprint’s own.',
    remedy: 'Please report it with the lines on standard error.',
  },
});
