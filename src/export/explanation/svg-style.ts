/**
 * Style of every drawing. Told facts are blue with a heavy outline, derived ones orange with a thin
 * one, rules dashed: Okabe and Ito's palette, apart for the colour-blind, and apart without colour too. Class names
 * begin with `fp-`, because within an HTML page this style reaches the whole page.
 */
export const SVG_STYLE = `
.fp-drawing { --fp-page:#ffffff; --fp-text:#1d2430; --fp-soft:#515c6b; --fp-line:#76818f; --fp-told:#0072b2; --fp-told-fill:#e6f1f9; --fp-derived:#b35c00; --fp-derived-fill:#fdf2de; font-family:Arial,"Liberation Sans",Helvetica,sans-serif; }
@media (prefers-color-scheme: dark) { .fp-drawing { --fp-page:#14181f; --fp-text:#e8ecf2; --fp-soft:#aab4c2; --fp-line:#7d8896; --fp-told:#56b4e9; --fp-told-fill:#10293a; --fp-derived:#e69f00; --fp-derived-fill:#33270c; } }
@media print { .fp-drawing { --fp-page:#ffffff; --fp-text:#000000; --fp-soft:#333333; --fp-line:#555555; --fp-told:#0072b2; --fp-told-fill:#e6f1f9; --fp-derived:#b35c00; --fp-derived-fill:#fdf2de; } }
.fp-page { fill:var(--fp-page); }
.fp-box { fill:var(--fp-page); stroke:var(--fp-line); stroke-width:1.2; }
rect.fp-told { fill:var(--fp-told-fill); stroke:var(--fp-told); stroke-width:2.2; }
rect.fp-derived { fill:var(--fp-derived-fill); stroke:var(--fp-derived); }
rect.fp-goal { stroke-width:4; }
rect.fp-rule, rect.fp-unknown { stroke-dasharray:3 2.5; }
.fp-edge { fill:none; stroke:var(--fp-line); stroke-width:1.4; }
.fp-arrow { fill:var(--fp-line); }
.fp-drawing text { fill:var(--fp-text); }
.fp-title { font-size:17px; font-weight:bold; }
.fp-note { font-size:12px; }
.fp-sentence { font-size:13px; font-weight:bold; }
.fp-kinds, .fp-confidence, .fp-teller, text.fp-rule { font-size:11px; }
.fp-drawing .fp-note, .fp-drawing .fp-kinds, .fp-drawing .fp-confidence { fill:var(--fp-soft); }
.fp-drawing .fp-teller { fill:var(--fp-told); }
`;
