/** An id as lists, tables and tags write it: `T1059.001`, `t1059/001`, `attack.t1059.001`. */
const ID = /(?<![\w.])(?:attack\.)?(T\d{4})(?:[./](\d{3}))?(?![\w])(?!\.\d)/giu;

/** The technique ids of a text, in the spelling of ATT&CK. */
export function techniqueIdsIn(text: string): readonly string[] {
  return [...text.matchAll(ID)].map(([, technique = '', part]) =>
    part === undefined ? technique.toUpperCase() : `${technique.toUpperCase()}.${part}`,
  );
}

/** Whether a text has technique ids and, but for what separates them, nothing else. */
export function isOnlyIds(text: string): boolean {
  return techniqueIdsIn(text).length > 0 && /^[\s,;|]*$/u.test(text.replaceAll(ID, ''));
}
