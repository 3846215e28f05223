/**
 * A profile of a group as a page, straight from files; nothing is kept. Plain JavaScript as it stands. Usage: node report.js GROUP FILE…
 */
import { answerFiles, FoeprintError, formatIssue } from 'foeprint';

const [group = 'G9001', ...files] = process.argv.slice(2);
try {
  console.log(await answerFiles(files, 'profile', { group }, { form: 'html' }));
} catch (error) {
  // What is wrong with a question or a file is said with its code and the next step.
  if (!(error instanceof FoeprintError)) throw error;
  for (const issue of error.issues) console.error(formatIssue(issue));
  process.exitCode = 1;
}
