import { expect, test } from 'vitest';
import { documentHtml, documentMarkdown, documentText } from '../../../src/render/index.ts';
import { playbookDocument } from '../../../src/report/index.ts';
import { DEFAULT_PLAYBOOK, STEP_FORMS, STEP_NAMES, type EarlierRun } from '../../../src/answers/index.ts';
import { runPlaybook } from '../../../src/workbench/playbook/run-playbook.ts';
import { organisation, WORKS } from '../../support/organisation.ts';
import { VICTIMS } from '../../support/world/cast.ts';
import { worldDesk } from '../../support/world/desk.ts';

const desk = worldDesk([VICTIMS]);
const search = {
  foeprint: '0.2.0',
  playbook: {
    ...DEFAULT_PLAYBOOK,
    asOf: '2025-06-01',
    steps: STEP_NAMES.map((step) => ({
      step,
      notes: `Of ${step}.`,
      with: step === 'note' ? { text: 'First.\n\nSecond <b>.' } : {},
    })),
  },
};
const run = runPlaybook(desk, WORKS, search).answer;
/** The same run, compared with an earlier one. */
const since = (earlier: EarlierRun) => runPlaybook(desk, WORKS, { ...search, since: earlier }).answer;
const inWords = (text: string): string => text.replaceAll(/\s+/g, ' ');

test('every step has its heading, in order, with the notes of the analyst', () => {
  const page = documentMarkdown(playbookDocument(run));
  const headings = [...page.matchAll(/^## (.+)$/gm)].map(([, title]) => title);
  expect(headings).toEqual(STEP_NAMES.map((name) => STEP_FORMS[name].title));
  for (const step of STEP_NAMES) expect(page).toContain(`> Of ${step}.`);
});

test('an executive reads first who, how, what to do first and how sure it is', () => {
  const text = inWords(documentText(playbookDocument(run)));
  expect(text).toContain('Of 5 groups in view, 3 are documented against Luxembourg or Belgium');
  expect(text).toContain('How. What the first 5 groups share most');
  expect(text).toMatch(/How sure\. .* 2 of 5 groups/);
  expect(text.indexOf('How sure.')).toBeLessThan(text.indexOf(STEP_FORMS.threats.title));
});

test('every page says what it is not, and none says that anybody will attack', () => {
  for (const text of [documentText, documentMarkdown, documentHtml].map((form) =>
    form(playbookDocument(run)),
  )) {
    expect(inWords(text)).toContain('no forecast');
    expect(text).not.toMatch(/\bwill (?:likely |probably )?(?:attack|target|strike)/i);
  }
});

test('reasons come with the sentence, the claimant and the document', () => {
  // Reported of an entry with the id of the group, it goes before what is reported of one that only shares its name.
  expect(inWords(documentText(playbookDocument(run)))).toContain('observed_countries: LU');
  const page = documentMarkdown(playbookDocument(run));
  expect(page).toContain('](https://gazette.example/261)');
  expect(page).toContain('SHA-256 `');
});

test('words of the analyst stay words', () => {
  const page = documentHtml(playbookDocument(run));
  expect(page).toContain('<p>Second &lt;b&gt;.</p>');
});

test('what changed stands after the summary, and says so where nothing did', () => {
  const same = documentText(playbookDocument(since(run)));
  expect(inWords(same)).toContain('Nothing: the same knowledge, the same questions, the same answers.');
  expect(inWords(documentText(playbookDocument(since({ ...run, foeprint: '0.1.0' }))))).toContain(
    'another version of Foeprint (0.1.0 → 0.2.0)',
  );
  const heavy = { ...run.playbook, weights: { platform: 10 } };
  const later = runPlaybook(desk, WORKS, { ...search, playbook: heavy, since: run }).answer;
  const text = inWords(documentText(playbookDocument(later)));
  expect(text).toContain('weight of platform: 0.2 → 10');
  expect(text).toMatch(/Quiet Quail \(G0924\) 3 1 \+9\.\d\d platform \+9\.\d\d \(it weighs otherwise\)/);
  expect(text.indexOf('What changed since')).toBeGreaterThan(text.indexOf('How sure.'));
  expect(text.indexOf('What changed since')).toBeLessThan(text.indexOf('Groups in order of concern'));
});

test('an organisation of which nothing is known has a report, too', () => {
  const bare = runPlaybook(desk, organisation(), { playbook: DEFAULT_PLAYBOOK, foeprint: '0.2.0' }).answer;
  expect(inWords(documentText(playbookDocument(bare)))).toContain('The first five, in order of concern:');
});
