import { QUESTIONS } from 'virtual:questions';
import { readTerms } from '../../address/terms.ts';
import { parseSearch } from '../../address/address.ts';
import { commandOf } from '../../api/command-of.ts';
import { sayInReadout } from '../../kit/readout.tsx';
import { say } from '../../state/said.ts';
import { SHOWN } from '../../state/shown.ts';

/** The sentence of the page with what it rests on, how to get it again, and where it stands: to be pasted into a report. */
export async function copyWithSources(): Promise<void> {
  const shown = SHOWN.get();
  const [main] = shown;
  const sentences = [...document.querySelectorAll('main .answer, .why-panel .say')].map(({ textContent }) =>
    textContent.trim(),
  );
  const { rules, tlp } = readTerms(parseSearch(location.search));
  const written = main === undefined ? undefined : QUESTIONS[main.useCase];
  const sources = [...new Set(shown.flatMap((each) => each.sources.map(({ name }) => name)))];
  const level = main?.markings.level;
  const lines = [
    document.title.replace(/ · Foeprint$/, ''),
    ...sentences,
    sources.length === 0 ? '' : `Sources: ${sources.join('; ')}.`,
    level === undefined ? '' : `Marked ${level}.`,
    main === undefined || written === undefined
      ? ''
      : `Command: ${commandOf(written, main.question as object, { rules, tlp })}`,
    `Page: ${location.href}`,
    ...new Set(shown.flatMap(({ notices }) => notices)),
  ];
  await copyText(lines.filter((line) => line !== '').join('\n'), 'Copied with its sources.');
}

/** The address of the page with everything that it is set to. */
export async function copyLink(): Promise<void> {
  await copyText(location.href, 'The link is copied; it opens this page as it is now.');
}

/** Puts a text on the clipboard and says so, or says why not. */
export async function copyText(text: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    say(done);
  } catch {
    say('This browser does not let pages copy. Select the text and copy it yourself.');
  }
  sayInReadout({ name: done, words: '' });
}
