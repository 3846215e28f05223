export { manyLines, oneLine } from './one-line.ts'; // text from outside, neutralised
export { webAddress } from './escape/web-address.ts'; // an address that may become a link
export { fileName } from './file-name.ts'; // what a report calls a file
export * from './neutralise.ts'; // text from outside, made safe to show
export * from './words.ts'; // small languages, read word by word
export { defined } from './defined.ts'; // an object without what is undefined
export { isMapping } from './is-mapping.ts'; // whether a value of JSON or YAML has keys
export { isDay } from './day.ts';
export * as values from './values.ts'; // schemas of what people write in files
export * from './closest-name.ts'; // what a misspelt name probably meant
export * from './kept-for.ts'; // results worked out once for each object
export * from './lazily.ts'; // a value worked out when first asked for
export * from './many.ts'; // extremes and appending for lists of any size
export * from './compare-text.ts'; // the order of texts, everywhere the same
export * from './compare-releases.ts'; // 9.0 < 10.1 < 18.1
export { citedNames, plainText } from './plain-text.ts'; // ATT&CK's Markdown → words, and the documents it cites
export { publicationDate } from './publication-date.ts'; // a reference → when it was published
export * from './spelling.ts'; // free spellings made comparable
export { displayWidth, characterWidth } from './display-width.ts'; // columns that a text takes on a terminal
export { element, xmlPart, xmlText } from './escape/xml.ts'; // text and elements of XML
export { escapeHtml } from './escape/html.ts';
export { escapeMarkdown, markdownCode, markdownFence } from './escape/markdown.ts';
export { escapeMermaid } from './escape/mermaid.ts';
export { percent } from './percent.ts'; // 7.9 %
