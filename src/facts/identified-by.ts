/**
 * The relation by which an object says which thing it is: its object is a key that every telling of the thing shares,
 * whatever the id under which a source keeps it. It is no fact to reason with: views read it to put tellings together.
 */
export const IDENTIFIED_BY = 'identified-by';
