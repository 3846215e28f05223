import type { MarkingLevel } from '../facts/index.ts';
import { PALETTE, TLP_LEVELS } from '../threat/index.ts';

const THEMES = { light: 0, dark: 1 } as const;

/** The colours of a theme as variables. */
function variables(theme: keyof typeof THEMES): string {
  return Object.entries(PALETTE)
    .map(([name, colors]) => `--${name}: ${colors[THEMES[theme]]};`)
    .join(' ');
}

/** Drawings are light; these rules turn the colours of the palette that they have dark with the page. */
export function drawingStyle(drawings: readonly string[]): string {
  const whole = drawings.join('');
  const rules = Object.entries(PALETTE).flatMap(([name, [color]]) =>
    (['fill', 'stroke'] as const).flatMap((attribute) =>
      whole.includes(`${attribute}="${color}"`)
        ? [`  figure svg [${attribute}="${color}"] { ${attribute}: var(--${name}); }`]
        : [],
    ),
  );
  return rules.length === 0 ? '' : `@media screen {\n${rules.join('\n')}\n}\n`;
}

/** Style of every HTML page: one column of text, contents beside it where there is room, dark where the reader wants it, light on paper. */
export const HTML_STYLE = `
:root { color-scheme: light dark; ${variables('light')} }
@media screen and (prefers-color-scheme: dark) { :root { ${variables('dark')} } }
* { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body {
  margin: 0 auto; padding: 2.2rem 1.25rem 4rem; max-width: 50rem;
  background: var(--sheet); color: var(--ink);
  font: 0.97rem/1.55 Archivo, system-ui, -apple-system, "Segoe UI", "Liberation Sans", Arial, sans-serif;
  overflow-wrap: break-word; hanging-punctuation: first;
}
h1, h2, h3, h4 { line-height: 1.25; text-wrap: balance; margin: 1.9em 0 0.5em; font-weight: 670; letter-spacing: -0.008em; }
h1 { font-size: 1.9rem; letter-spacing: -0.015em; margin: 0 0 0.3em; }
h2 { font-size: 1.22rem; padding-top: 0.5em; border-top: 2px solid var(--ink); }
h3 { font-size: 1.04rem; }
h4 { font-size: 0.97rem; color: var(--ink-2); }
p, ul, ol, blockquote, pre, figure, details, .scroll { margin: 0 0 1em; }
p, ul, ol { max-width: 46rem; }
.lead { font-size: 1.08rem; color: var(--ink-2); max-width: 46rem; text-wrap: pretty; }
a { color: inherit; text-decoration: underline; text-decoration-color: var(--edge); text-decoration-thickness: 1px; text-underline-offset: 0.18em; }
a:hover { text-decoration-color: var(--ink); }
a.id { text-decoration-color: var(--line); white-space: nowrap; }
a.id:hover { text-decoration-color: var(--ink); }
a:focus-visible, summary:focus-visible, .scroll:focus-visible { outline: 2px solid var(--ink); outline-offset: 1px; box-shadow: 0 0 0 5px var(--marker); }
ul, ol { padding-left: 1.4rem; }
li { margin: 0.25em 0; }
li > ul, li > ol, li > p, li > blockquote { margin: 0.35em 0; }
li::marker { color: var(--ink-3); }
code, pre { font-family: ui-monospace, "Cascadia Mono", "SF Mono", Menlo, Consolas, "Liberation Mono", monospace; }
code { font-size: 0.9em; background: var(--sunk); padding: 0.1em 0.35em; }
pre { background: var(--sunk); padding: 0.8rem 1rem; overflow-x: auto; line-height: 1.45; }
pre code { background: none; padding: 0; font-size: 0.85rem; }
blockquote { margin-left: 0; padding: 0.1rem 0 0.1rem 0.9rem; border-left: 3px solid var(--marker); max-width: 46rem; }
blockquote > :last-child, details > :last-child { margin-bottom: 0; }
/* What is cut off at an edge has a shadow there: the covers scroll with the content, the shadows do not. */
.scroll {
  overflow-x: auto;
  background:
    linear-gradient(to right, var(--sheet) 40%, transparent) left / 2.4rem 100% no-repeat local,
    linear-gradient(to left, var(--sheet) 40%, transparent) right / 2.4rem 100% no-repeat local,
    linear-gradient(to right, var(--edge), transparent) left / 0.7rem 100% no-repeat,
    linear-gradient(to left, var(--edge), transparent) right / 0.7rem 100% no-repeat;
}
figure svg > rect:first-of-type, figure svg .fp-page { fill: none; }
table { border-collapse: separate; border-spacing: 0; min-width: min(100%, 46rem); font-size: 0.9rem; line-height: 1.42; font-variant-numeric: tabular-nums; }
th { text-align: left; font-weight: 600; color: var(--ink-2); border-bottom: 1.5px solid var(--ink); vertical-align: bottom; }
td { border-bottom: 1px solid var(--line); vertical-align: top; }
th, td { padding: 0.4rem 0.9rem 0.4rem 0; }
th:last-child, td:last-child { padding-right: 0; }
th.right, td.right { text-align: right; }
th.center, td.center { text-align: center; }
a.bare { overflow-wrap: anywhere; }
.numbers { display: grid; max-width: 66rem; grid-template-columns: repeat(auto-fit, minmax(6.3rem, 1fr)); gap: 1.2rem 1rem; margin: 1.6rem 0; }
.numbers div { display: flex; flex-direction: column-reverse; justify-content: flex-end; border-top: 2px solid var(--ink); padding-top: 0.4rem; }
.numbers dt { color: var(--ink-2); font-size: 0.84rem; line-height: 1.35; }
.numbers dd { margin: 0; font-size: 1.7rem; font-weight: 670; line-height: 1.25; letter-spacing: -0.02em; font-variant-numeric: tabular-nums; white-space: nowrap; }
.numbers dd a { text-decoration-style: dotted; }
.date { white-space: nowrap; }
figure { margin-left: 0; margin-right: 0; }
figure .scroll { margin-bottom: 0.5rem; }
figure svg { display: block; max-width: 100%; height: auto; }
figcaption { color: var(--ink-3); font-size: 0.86rem; }
details { border-top: 1px solid var(--edge); padding: 0.5rem 0; }
details:has(+ details) { margin-bottom: 0; }
details[open] > summary { margin-bottom: 0.7rem; }
summary { cursor: pointer; font-weight: 600; }
nav { border-top: 1px solid var(--edge); border-bottom: 1px solid var(--edge); padding: 0.7rem 0; margin: 1.5rem 0; font-size: 0.88rem; }
nav ul { list-style: none; margin: 0; padding: 0; }
nav li { margin: 0.15em 0; }
nav .level-3 { padding-left: 1.1rem; }
nav a { text-decoration: none; color: var(--ink-2); }
nav a:hover { text-decoration: underline; color: var(--ink); }
main > div:first-child > :first-child { margin-top: 0.5rem; }
footer { margin-top: 3.5rem; padding-top: 0.8rem; border-top: 1px solid var(--edge); color: var(--ink-3); font-size: 0.8rem; }
body.wide { max-width: 66rem; }
.wide figure svg { width: 100%; }
@media (max-width: 40rem) {
  /* Columns of few letters each would make rows as tall as the screen. What a row is about stays in sight. */
  .scroll table:has(th:nth-child(4)) { min-width: 33rem; }
  .scroll table:has(th:nth-child(5)) { min-width: 42rem; }
  table:has(th:nth-child(4)) :is(th, td):is(:not(.right):first-child, .right:first-child + *) {
    position: sticky; left: 0; max-width: 8.5rem; background: var(--sheet);
  }
  .wide figure svg { max-width: none; width: auto; }
  /* Words of drawings stay readable: what is broader scrolls. */
  figure .scroll > svg { min-width: 34rem; }
}
@media (min-width: 76rem) {
  /* Running text stays as broad as it reads well; tables take what they need. */
  body:not(.wide):has(nav) { max-width: 90rem; }
  body:not(.wide) main:has(> nav) { display: grid; grid-template-columns: minmax(0, 1fr) 15rem; column-gap: 3rem; }
  body:not(.wide) main > div { grid-column: 1; }
  body:not(.wide) nav { grid-column: 2; grid-row: 1 / span 2; align-self: start; position: sticky; top: 1.5rem; max-height: calc(100vh - 3rem); overflow-y: auto; margin: 0; border-bottom: 0; }
}
@media print {
  :root { --sheet: #fff; --ink: #000; }
  @page { margin: 18mm 16mm; }
  body, body.wide { display: block; max-width: none; padding: 0; font-size: 10.5pt; line-height: 1.45; }
  nav { display: none; }
  h2, h3, h4 { break-after: avoid; }
  blockquote, figure, pre, tr { break-inside: avoid; }
  thead { display: table-header-group; }
  th, td { padding-top: 0.25rem; padding-bottom: 0.25rem; }
  figure svg { min-width: 0 !important; }
  .scroll, pre { overflow: visible; }
  .scroll { background: none; }
  table { width: 100%; }
  .numbers { grid-template-columns: repeat(4, 1fr); gap: 0.7rem 1rem; margin: 1rem 0; break-inside: avoid; }
  .numbers dd { font-size: 15pt; }
  .scroll table { min-width: 0 !important; }
  body.wide { font-size: 8.2pt; line-height: 1.3; }
  .wide h1 { font-size: 17pt; }
  .wide h2 { font-size: 11.5pt; margin: 1em 0 0.5em; }
  .wide .lead { font-size: 10pt; max-width: none; }
  .wide :is(table, figcaption, footer, dt, code) { font-size: 7.5pt; }
  .wide :is(p, .scroll) { margin-bottom: 0.6em; }
  .wide figure { margin-bottom: 0.5em; }
  .wide figure svg { max-height: 118mm; }
  .wide :is(th, td) { padding-top: 0.12rem; padding-bottom: 0.12rem; line-height: 1.3; }
  .wide footer { margin-top: 0.8rem; padding-top: 0.4rem; }
  .wide footer p { margin-bottom: 0.2rem; }
  pre { white-space: pre-wrap; }
  a[href^="http"]:not(.bare, .id)::after { content: " <" attr(href) ">"; font-size: 0.8em; color: var(--ink-3); overflow-wrap: anywhere; }
  details::details-content { content-visibility: visible; block-size: auto; }
}
`;

/** Name in the style of what is marked with a level: `tlp-red`. */
export function markingClass(level: MarkingLevel): string {
  return `tlp-${level.replace('+', '-')}`;
}

/** Style of what says how far a page may go: bars at head and foot, on paper at head and foot of every page. */
export const MARKING_STYLE = `
body > .marking { margin: 0 0 1.5rem; padding: 0.3rem 0.8rem; background: #000000; color: #ffffff; font-weight: 700; text-align: center; }
@media screen {
${TLP_LEVELS.map(({ name, color }) => `  body > .${markingClass(name)} { color: ${color}; }`).join('\n')}
}
body > footer + .marking, body > main + .marking { margin: 1.5rem 0 0; }
.left-out { color: var(--ink-3); font-style: italic; }
@media print {
  /* Head and foot of a table stand on every page and keep their room; what is fixed would stand on the text. */
  body { display: table; width: 100%; table-layout: fixed; }
  body > .marking { display: table-header-group; break-inside: avoid; background: none; color: #000000; font-size: 8pt; line-height: 2.5; }
  body > footer + .marking, body > main + .marking { display: table-footer-group; }
}
`;
