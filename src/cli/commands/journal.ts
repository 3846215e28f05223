import { journalOf, JOURNAL_SHOWN, levelOfJournal } from '../../actions/index.ts';
import { JournalAnswer, whole } from '../../answers/index.ts';
import { journalDocument } from '../../report/index.ts';
import { homeCommand } from '../call/home-command.ts';

export const journal = homeCommand({
  name: 'journal',
  summary: 'who changed the home, when and how, and what of that can be undone',
  details:
    'What the command line, programs and the server did. An entry that names what is marked above the clearance is shown without its content. `foeprint undo` undoes the last one.',
  given: { limit: whole('--limit <count>', 'the most entries to show', { fallback: String(JOURNAL_SHOWN) }) },
  answer: JournalAnswer,
  hasTables: true,
  examples: [
    { line: 'journal', label: 'the last changes' },
    { line: 'journal --limit 100 --json', label: 'for a script' },
  ],
  run: async ({ limit }, call) => {
    const [home, clearance] = [await call.home(), await call.clearance()];
    return {
      answer: await journalOf(home, clearance, limit),
      level: await levelOfJournal(home, clearance, limit),
    };
  },
  document: journalDocument,
});
