import { issueOf, type Issue } from '../../facts/index.ts';
import { isThingKey, tlpOfMarking } from '../../threat/index.ts';
import { INTAKE_ISSUES } from '../issues.ts';
import type { DeliveredObjects } from './delivered-objects.ts';

/** What every source may refer to without describing it: MITRE as author of ATT&CK, and its copyright. */
const WELL_KNOWN: ReadonlySet<string> = new Set([
  'identity--c78cb6e5-0c4b-4611-8297-d1b8b55e40b5',
  'marking-definition--fa42a846-8d90-4e51-bc29-71d5b4802168',
]);

/** Whether an id needs no description: keys of things, and what the specification or everybody knows. */
function isWellKnown(id: string): boolean {
  return isThingKey(id) || WELL_KNOWN.has(id) || tlpOfMarking(id) !== undefined;
}

/** The ids that objects refer to and the delivery does not describe, each with the first object that does so. */
export function outsideReferences(delivered: DeliveredObjects): ReadonlyMap<string, string> {
  const outside = new Map<string, string>();
  const note = (referred: string, by: string): void => {
    if (!outside.has(referred) && !delivered.has(referred) && !isWellKnown(referred))
      outside.set(referred, by);
  };
  for (const { id, statements } of delivered.objects)
    for (const { subject, object } of statements) {
      if (subject !== id) note(subject, id);
      if (typeof object === 'string') note(object, id);
    }
  return outside;
}

/**
 * The remark on references that lead nowhere: they are usual (a report on ATT&CK's techniques), so they are summed up in one.
 *
 * @param references ids of what is described nowhere, each with an object that refers to it
 * @param where completes "… is described nowhere"
 * @returns nothing where there are none
 */
export function danglingIssues(
  references: ReadonlyMap<string, string>,
  file: string,
  where = 'in this source',
): readonly Issue[] {
  const [first] = references;
  if (first === undefined) return [];
  const message =
    references.size === 1
      ? `1 object is referred to but described nowhere ${where}: ${first[0]}.`
      : `${references.size} objects are referred to but described nowhere ${where}, the first is ${first[0]}.`;
  return [issueOf(INTAKE_ISSUES.dangling, message, { file, object: first[1] })];
}
