export type { DiagramOptions } from './explanation/drawn-graph.ts'; // how much of an explanation is drawn
export { explanationMermaid } from './explanation/explanation-mermaid.ts'; // its graph as a Mermaid diagram
export { describeExplanation, explanationSvg } from './explanation/explanation-svg.ts'; // its graph as an SVG drawing
export { overlapSvg } from './overlap-svg.ts'; // the same as a heat map
export { describeSectors, sectorsSvg } from './sectors-svg.ts'; // how alike sectors are as a heat map
export * from './sectors-words.ts'; // by which rule, of which sightings
export { activityDrawing } from './dashboard/activity-svg.ts'; // groups by tactics, against coverage
export { trendDrawing } from './dashboard/trend-svg.ts'; // how coverage has come along
export { coverageDrawing } from './matrix/coverage-svg.ts'; // coverage and threat in one picture
export { profileDrawing } from './profile-svg.ts'; // a group in one picture
export { timelineSvg } from './timeline-svg.ts'; // the same as a chart
export { PAGES, type PageName } from './matrix/slide-layout.ts'; // pages that a layer is drawn for
export { renderMatrixSvg, type MatrixDrawingOptions } from './matrix/render-matrix-svg.ts'; // a layer on its matrix → SVG
export { ATTACK_NOTICE } from './matrix/matrix-words.ts'; // what the ATT&CK terms of use ask to be shown
export { barChart, type Bar, type BarChart } from './charts/bar-chart.ts'; // values as bars, for a figure
export {
  stackedBarChart,
  type ChartPart,
  type StackedBar,
  type StackedBarChart,
} from './charts/stacked-bar-chart.ts'; // sums as bars of their parts, for a figure
export { describeOverlap, sayBasis } from './overlap-words.ts';
export { drawnGradient, lookOf, type ColorChoice } from './matrix/cell-colors.ts';
export { checkDrawable } from './matrix/check-drawable.ts';
export { matrixView, type MatrixColumn, type MatrixRow } from './matrix/matrix-view.ts';
export { subtitleOf } from './matrix/matrix-words.ts';
export { describeChart, describeTimeline } from './timeline-words.ts';
