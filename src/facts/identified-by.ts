/**
 * The relation by which an object says which thing it is: its object is a key that all objects about the thing share,
 * whatever the id under which a source keeps it. It is no fact to reason with: views read it to put such objects together.
 */
export const IDENTIFIED_BY = 'identified-by';
