import { expect, test } from 'vitest';
import { explanationText } from '../../../src/report/index.ts';
import { PLAIN_STYLE, STYLE_NAMES, type Style } from '../../../src/render/index.ts';
import { displayWidth } from '../../../src/text/show/display-width.ts';
import { EXPLANATIONS } from '../support/explanations.ts';

const bold = (text: string): string => `\u001b[1m${text}\u001b[0m`;
const cases = Object.entries(EXPLANATIONS);

test.for(cases)('%s is the text of its golden file', async ([name, explanation]) => {
  await expect(explanationText(explanation)).toMatchFileSnapshot(`golden/explanation-text/${name}.txt`);
});

test.for(cases)('%s keeps within 40 columns, addresses apart', ([, explanation]) => {
  for (const line of explanationText(explanation, { width: 40 }).split('\n')) {
    if (!/https?:/u.test(line)) expect(displayWidth(line)).toBeLessThanOrEqual(40);
  }
});

test('styling adds only what has no width', () => {
  const tagged: Partial<Style> = Object.fromEntries(STYLE_NAMES.map((name) => [name, bold]));
  const explanation = EXPLANATIONS['derived-two-proofs'];
  if (explanation === undefined) throw new Error('missing case');
  const styled = explanationText(explanation, { style: { ...PLAIN_STYLE, ...tagged } });
  expect(styled).toContain('\u001b[1m');
  expect(styled.replace(/\u001b\[\dm/gu, '')).toBe(explanationText(explanation));
});

test.for(cases)('%s brings no control character to the terminal', ([, explanation]) => {
  expect(explanationText(explanation)).not.toMatch(/[^\P{Cc}\n]|\p{Bidi_Control}/u);
});
