export { manyLines, oneLine } from './show/one-line.ts'; // text from outside, neutralised
export { webAddress } from './escape/web-address.ts'; // an address that may become a link
export { fileName } from './show/file-name.ts'; // what a report calls a file
export * from './show/neutralise.ts'; // text from outside, made safe to show
export * from './read/words.ts'; // small languages, read word by word
export { defined } from './keep/defined.ts'; // an object without what is undefined
export { isMapping } from './read/is-mapping.ts'; // whether a value of JSON or YAML has keys
export { daysLater, isDay, monthsLater } from './read/day.ts'; // days and months of the calendar
export { isCircular } from './read/is-circular.ts';
export { parsedJson } from './read/parsed-json.ts';
export { fromUtf8, toUtf8 } from './read/utf8.ts'; // text ↔ bytes
export * as values from './read/values.ts'; // schemas of what people write in files
export * from './compare/closest-name.ts'; // what a misspelt name probably meant
export * from './keep/gather.ts'; // lists and counts by key
export * from './keep/kept-for.ts'; // results computed once for each object
export * from './keep/lazily.ts'; // a value computed when first asked for
export { randomNumbers } from './keep/random-numbers.ts'; // the same for the same seed
export * from './keep/many.ts'; // sums, extremes and appending for lists of any size
export * from './compare/compare-text.ts'; // the order of texts, everywhere the same
export * from './compare/release-meant.ts'; // 18 → 18.1
export * from './compare/compare-releases.ts'; // 9.0 < 10.1 < 18.1
export { citedNames, plainText } from './read/plain-text.ts'; // ATT&CK's Markdown → words, and the documents it cites
export { monthNumber, partialDate, publicationDate } from './read/publication-date.ts'; // a reference → when it was published
export * from './compare/spelling.ts'; // free spellings made comparable
export { displayWidth, characterWidth } from './show/display-width.ts'; // columns that a text takes on a terminal
export { element, xmlPart, xmlText } from './escape/xml.ts'; // text and elements of XML
export { yamlText, type YamlValue } from './escape/yaml.ts'; // values as YAML that every reader reads alike
export { escapeHtml } from './escape/html.ts';
export { escapeMarkdown, markdownCode, markdownFence } from './escape/markdown.ts';
export { escapeMermaid } from './escape/mermaid.ts';
export { systemReason } from './show/system-reason.ts'; // why the operating system refused something
export { percent, withWholeShares } from './show/percent.ts'; // 7.9 %
export { firstSentence } from './show/first-sentence.ts'; // what a text begins with
export { count, groupDigits } from './show/count.ts'; // 1,200 groups
