export * from './layout/style.ts'; // how pieces of text look: the names, and no colour
export { explanationText, type TextOptions } from './explanation/explanation-text.ts'; // an explanation for a terminal
