export * from './object-kinds.ts'; // the kinds of object that analysts name
export * from './relations.ts'; // the told relations
