export * from './object-kinds.ts'; // the kinds of object that analysts name
export * from './relations.ts'; // the told relations
export { citedNames, plainText } from './plain-text.ts'; // ATT&CK's Markdown → words, and the documents it cites
export { publicationDate } from './publication-date.ts'; // a reference → when it was published
