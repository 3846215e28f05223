import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** Rooms that know how STIX objects are written: what reads them, and what writes them. */
const KNOW_STIX = ['intake/', 'stix/', 'export/stix/'];

/** Names of fields of STIX objects that mean nothing else. */
const FIELDS =
  /\b(?:x_mitre_\w+|tactic_refs|(?:source|target|sighting_of|technique)_ref|relationship_type|kill_chain_phases|external_references|object_marking_refs|identity_class|spec_version|created_by_ref|first_observed|last_observed)\b/;

const FILES = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts') && !KNOW_STIX.some((room) => file.startsWith(room)));

test('what a STIX object says is read by src/stix alone', () => {
  expect(FILES.length).toBeGreaterThan(300);
  const found = FILES.flatMap((file) =>
    readFileSync(join('src', file), 'utf8')
      .split('\n')
      .flatMap((line, index) =>
        FIELDS.test(withoutComments(line)) ? [`${file}:${index + 1}: ${line.trim()}`] : [],
      ),
  );
  expect(found).toEqual([]);
});

function withoutComments(line: string): string {
  return /^\s*(?:\/?\*|\/\/)/u.test(line) ? '' : line;
}
