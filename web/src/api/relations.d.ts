/** The sentence of every relation that sources report, by its name: made from the table of relations by web/build/relations-plugin.ts. */
declare module 'virtual:relations' {
  export const RELATIONS: Readonly<Record<string, string>>;
}
