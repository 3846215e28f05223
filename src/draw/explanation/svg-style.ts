import { PALETTE, type PaletteName } from '../../threat/index.ts';

/** Written out rather than as variables, which programs other than browsers do not know. */
function colours(theme: 0 | 1): string {
  const color = (name: PaletteName): string => PALETTE[name][theme];
  return `
.fp-page { fill:${color('sheet')}; }
.fp-drawing text { fill:${color('ink')}; }
.fp-drawing text.fp-note, .fp-drawing text.fp-kinds, .fp-drawing text.fp-confidence { fill:${color('ink-2')}; }
.fp-drawing g > rect.fp-goal ~ text { fill:${color('on-marker')}; }
.fp-box { fill:${color('sheet')}; stroke:${color('ink')}; }
rect.fp-reported { fill:${color('a1')}; stroke:${color('a4')}; }
rect.fp-goal { fill:${color('marker')}; stroke:${color('ink')}; }
rect.fp-rule { fill:${color('sunk')}; stroke:${color('edge')}; }
.fp-edge { stroke:${color('edge')}; }
.fp-arrow { fill:${color('edge')}; }`;
}

/**
 * Style of every drawing. Reported facts are solid and warm, derived ones dashed, what is not known dotted, what is asked about has the
 * marker: apart for the colour-blind, and apart without colour too. Class names begin with `fp-`, because within an
 * HTML page this style reaches the whole page. Paper is light, whatever the screen.
 */
export const SVG_STYLE = `
.fp-drawing { font-family:Arial,"Liberation Sans",Helvetica,sans-serif; }
.fp-box { stroke-width:1.4; }
rect.fp-reported { stroke-width:2.2; }
rect.fp-derived { stroke-dasharray:5 3.5; }
rect.fp-unknown { stroke-dasharray:1.5 3; }
rect.fp-goal { stroke-width:2.6; }
.fp-edge { fill:none; stroke-width:1.4; }
.fp-title { font-size:17px; font-weight:bold; }
.fp-note { font-size:12px; }
.fp-sentence { font-size:13px; font-weight:bold; }
.fp-kinds, .fp-confidence, .fp-source, text.fp-rule { font-size:11px; }${colours(0)}
@media screen and (prefers-color-scheme: dark) {${colours(1)}
}
`;
