import { heading, paragraph, table, type Document } from '../../render/index.ts';
import { attackFiles, sayType } from '../../threat/index.ts';
import type { StatusAnswer } from '../../answers/index.ts';
import { STANDINGS } from './sources-document.ts';
import { groupDigits } from '../../text/index.ts';
import { numberColumn } from '../blocks.ts';

/** What is loaded. */
export function statusDocument({ loaded, objects, facts }: StatusAnswer): Document {
  if (loaded.length === 0)
    return {
      title: 'Nothing is loaded',
      blocks: [paragraph('Load ATT&CK with foeprint sync, or a STIX bundle with foeprint load FILE.')],
    };
  return {
    title: 'What is loaded',
    blocks: [
      heading(2, 'Sources'),
      table(
        ['Source', 'Name', 'Kind', numberColumn('Objects'), 'Loaded', 'In view', 'SHA-256'],
        loaded.map(({ id, name, kind, objects: count, loadedAt, standing, sha256 }) => [
          id,
          name,
          kind,
          groupDigits(count),
          loadedAt.slice(0, 16).replace('T', ' '),
          STANDINGS[standing],
          `${sha256.slice(0, 12)}${attackFiles(sha256).length > 0 ? ', as published by MITRE' : ''}`,
        ]),
      ),
      heading(2, 'Objects in view'),
      table(
        ['Type', 'Kind', numberColumn('Live'), numberColumn('Revoked'), numberColumn('Deprecated')],
        objects.map(({ type, live, revoked, deprecated }) => [
          type,
          sayType(type),
          groupDigits(live),
          groupDigits(revoked),
          groupDigits(deprecated),
        ]),
      ),
      heading(2, 'Reported facts in view'),
      table(
        ['Relation', numberColumn('Facts')],
        facts.map(({ relation, count }) => [relation, groupDigits(count)]),
      ),
    ],
  };
}
