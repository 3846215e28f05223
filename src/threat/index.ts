export * from './object-kinds.ts'; // the kinds of object that analysts name
export * from './relations.ts'; // the told relations
export * from './attack-names.ts'; // how sources name ATT&CK and its kill chains
export * from './attack-number.ts'; // ATT&CK's numbers, and the keys made from them
export * from './frameworks.ts'; // ids of frameworks beside ATT&CK
export { citedNames, plainText } from './plain-text.ts'; // ATT&CK's Markdown → words, and the documents it cites
export { publicationDate } from './publication-date.ts'; // a reference → when it was published
export { attackFiles, type AttackFile } from './attack-files.ts'; // ATT&CK's files by SHA-256
export * from './domain.ts'; // the technology domains of ATT&CK
export * from './layer.ts'; // marks on the techniques of a domain
export * from './layer-recipe.ts'; // how a layer was made, as annotations and back
export * from './layer-colors.ts'; // colours for scores
export * from './layer-values.ts'; // what scores stand for in layers of groups
export * from './countries.ts'; // countries by ISO 3166
export * from './demonyms.ts'; // adjectives of countries and regions
export * from './state-organs.ts'; // services and armed forces that stand for their state
export * from './regions.ts'; // regions and unions, and the countries in them
export * from './places.ts'; // which country or region a text names
export * from './sectors.ts'; // the one vocabulary of sectors, with NACE, NAICS and free spellings
export * from './sector-words.ts'; // how running text names sectors
export * from './motives.ts'; // why adversaries act
export * from './platforms.ts'; // what techniques work on
export * from './industry-codes.ts'; // codes of NACE and NAICS → sectors
export * from './vocabularies.ts'; // what people write of an organisation → names in the tables above
export * from './spelling.ts'; // free spellings made comparable
export * from './tlp.ts'; // levels of the Traffic Light Protocol
export * from './layer-marking.ts'; // how far layers say that they may go
export * from './crosswalk-19.ts'; // from ATT&CK 18.1 to 19.1
export * from './attack-mark.ts'; // where a text names a technique or tactic
export * from './organisation.ts'; // whom an adversary would attack
export * from './css-color.ts'; // colours as people write them
export * from './coverage.ts'; // which techniques an organisation covers, and how well
export * from './threat-factors.ts'; // what makes a group a concern to an organisation, and how much it weighs
export * from './expectation-words.ts'; // what is expected, and what helps: orders and kinds
