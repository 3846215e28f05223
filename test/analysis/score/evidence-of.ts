import type { Citation, Evidence, SourceKind } from '../../../src/facts/index.ts';
import type { AssertionStatus } from '../../../src/threat/index.ts';

/** Evidence for tests: who reports it, and the dates of what it cites. */
export function evidenceOf(fields: {
  readonly kind?: SourceKind;
  readonly name?: string;
  readonly published?: readonly string[];
  readonly citations?: readonly Citation[];
  readonly sentence?: string;
  readonly firstSeen?: string;
  readonly lastSeen?: string;
  readonly status?: AssertionStatus;
}): Evidence {
  const {
    kind = 'attack',
    name = 'Example ATT&CK 1.0',
    published = [],
    citations = [],
    sentence = '',
  } = fields;
  return {
    source: {
      kind,
      name,
      id: name,
      location: '-',
      sha256: '0'.repeat(64),
      bytes: 0,
      statements: [],
      loadedAt: '2024-01-01T00:00:00Z',
      objects: 1,
    },
    reportedIn: 'relationship--00000000-0000-4000-8000-000000000000',
    sentence,
    citations: [...published.map((date) => ({ name: `Report ${date}`, published: date })), ...citations],
    ...(fields.firstSeen === undefined ? {} : { firstSeen: fields.firstSeen }),
    ...(fields.lastSeen === undefined ? {} : { lastSeen: fields.lastSeen }),
    ...(fields.status === undefined ? {} : { status: fields.status }),
    markings: [],
  };
}
