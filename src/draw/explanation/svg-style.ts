/** Colours of a drawing; those of reported and derived facts are from Okabe and Ito's palette. */
interface Palette {
  readonly page: string;
  readonly text: string;
  readonly soft: string;
  readonly line: string;
  readonly reported: string;
  readonly reportedFill: string;
  readonly derived: string;
  readonly derivedFill: string;
}

const LIGHT: Palette = {
  page: '#ffffff',
  text: '#1d2430',
  soft: '#515c6b',
  line: '#76818f',
  reported: '#0072b2',
  reportedFill: '#e6f1f9',
  derived: '#b35c00',
  derivedFill: '#fdf2de',
};

const DARK: Palette = {
  page: '#14181f',
  text: '#e8ecf2',
  soft: '#aab4c2',
  line: '#7d8896',
  reported: '#56b4e9',
  reportedFill: '#10293a',
  derived: '#e69f00',
  derivedFill: '#33270c',
};

/** Written out rather than as variables, which programs other than browsers do not know. */
function colours({ page, text, soft, line, reported, reportedFill, derived, derivedFill }: Palette): string {
  return `
.fp-page { fill:${page}; }
.fp-drawing text { fill:${text}; }
.fp-drawing text.fp-note, .fp-drawing text.fp-kinds, .fp-drawing text.fp-confidence { fill:${soft}; }
.fp-drawing text.fp-source { fill:${reported}; }
.fp-box { fill:${page}; stroke:${line}; }
rect.fp-reported { fill:${reportedFill}; stroke:${reported}; }
rect.fp-derived { fill:${derivedFill}; stroke:${derived}; }
.fp-edge { stroke:${line}; }
.fp-arrow { fill:${line}; }`;
}

/**
 * Style of every drawing. Reported facts are blue with a heavy outline, derived ones orange with a thin one, rules
 * dashed: apart for the colour-blind, and apart without colour too. Class names begin with `fp-`, because within an
 * HTML page this style reaches the whole page. Paper is light, whatever the screen.
 */
export const SVG_STYLE = `
.fp-drawing { font-family:Arial,"Liberation Sans",Helvetica,sans-serif; }
.fp-box { stroke-width:1.2; }
rect.fp-reported { stroke-width:2.2; }
rect.fp-goal { stroke-width:4; }
rect.fp-rule, rect.fp-unknown { stroke-dasharray:3 2.5; }
.fp-edge { fill:none; stroke-width:1.4; }
.fp-title { font-size:17px; font-weight:bold; }
.fp-note { font-size:12px; }
.fp-sentence { font-size:13px; font-weight:bold; }
.fp-kinds, .fp-confidence, .fp-source, text.fp-rule { font-size:11px; }${colours(LIGHT)}
@media screen and (prefers-color-scheme: dark) {${colours(DARK)}
}
`;
