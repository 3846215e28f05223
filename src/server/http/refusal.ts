import { basename, sep } from 'node:path';
import { placeName } from '../../acquisition/index.ts';
import { FoeprintError, issueOf, type Issue } from '../../facts/index.ts';
import { SERVER_ISSUES } from '../issues.ts';
import { statusOf } from './statuses.ts';

/** What every refusal looks like. */
export interface Refusal {
  readonly error: {
    readonly issues: readonly Issue[];
    /** How far it may go, where it names what is marked: `TLP:AMBER`. */
    readonly marking?: string;
  };
}

/** A refusal with its status. */
export interface Refused {
  readonly status: number;
  readonly refusal: Refusal;
}

/** What is wrong, as it is said to a caller: without a place of this machine. A fault of our own says no more than that it is one. */
export function refusedAs(error: unknown, places: readonly string[]): Refused {
  const refused = error instanceof FoeprintError ? error : FAULT;
  const { issues, level } = refused;
  return {
    status: statusOf(refused),
    refusal: {
      error: {
        issues: issues.map((issue) => withoutPlaces(issue, places)),
        ...(level === undefined ? {} : { marking: level }),
      },
    },
  };
}

const FAULT = new FoeprintError([issueOf(SERVER_ISSUES.fault, 'The server has a fault.')]);

/** An issue that names files without their folders. */
function withoutPlaces(issue: Issue, places: readonly string[]): Issue {
  const { place, message, hint } = issue;
  return {
    ...issue,
    message: shorn(message, places),
    ...(hint === undefined ? {} : { hint: shorn(hint, places) }),
    ...(place === undefined
      ? {}
      : { place: { ...place, ...(place.file === undefined ? {} : { file: placeName(place.file) }) } }),
  };
}

function shorn(text: string, places: readonly string[]): string {
  return places.reduce(
    (shorter, place) => shorter.replaceAll(`${place}${sep}`, '').replaceAll(place, basename(place)),
    text,
  );
}
