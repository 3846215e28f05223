export * from './layout/style.ts'; // how pieces of text look: the names, and no colour
export { explanationText, type TextOptions } from './explanation/explanation-text.ts'; // an explanation for a terminal
export * from './document/document.ts'; // a report before it has a form
export * from './document/inline.ts'; // running text within it
export { documentMarkdown } from './document/document-markdown.ts'; // as GitHub-flavoured Markdown
export { documentHtml, type HtmlOptions } from './document/document-html.ts'; // as one HTML page
export { documentText, type DocumentTextOptions } from './document/document-text.ts'; // as wrapped text
export { writeLayer, writeLayers } from './navigator/write-layer.ts'; // layers → a Navigator file, format 4.5
export { explanationJson } from './explanation/explanation-json.ts'; // an explanation for programs
export { explanationMermaid, type DiagramOptions } from './explanation/explanation-mermaid.ts'; // its graph as a Mermaid diagram
export { describeExplanation, explanationSvg } from './explanation/explanation-svg.ts'; // its graph as an SVG drawing
export {
  explanationBlocks,
  explanationDrawing,
  explanationFigure,
} from './explanation/explanation-blocks.ts'; // an explanation in a report
