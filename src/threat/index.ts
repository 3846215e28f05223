export * from './object-kinds.ts'; // the kinds of object that analysts name
export * from './relations.ts'; // the told relations
export { citedNames, plainText } from './plain-text.ts'; // ATT&CK's Markdown → words, and the documents it cites
export { publicationDate } from './publication-date.ts'; // a reference → when it was published
export * from './domain.ts'; // the technology domains of ATT&CK
export * from './layer.ts'; // marks on the techniques of a domain
export * from './layer-recipe.ts'; // how a layer was made, as annotations and back
export * from './layer-colors.ts'; // colours for scores
