/** A format that is not read as knowledge, and what there is to do with it. */
export interface KnownFormat {
  /** What it is, with its article; completes "It is …". */
  readonly label: string;
  /** What takes it, or how it becomes what `load` takes: whole sentences. */
  readonly hint: string;
}

/** Hints that several formats share. */
export const HINTS = {
  migrate: '`foeprint load` does not take it; `foeprint migrate` carries its ids to another release.',
  layer:
    '`foeprint layer render`, `layer combine` and `migrate` take layers; as what you cover it belongs under `coverage` in org.yaml or behind `--coverage`.',
  covers:
    '`foeprint load` does not take it; `foeprint migrate` carries its ids to another release, and as what you cover it belongs under `coverage` in org.yaml or behind `--coverage`.',
  galaxy: 'Load the file of the same name from the folder `clusters` of MISP galaxy.',
  taxii: 'Fetch `collections/ID/objects/` of the server, and load that.',
  xml: 'Convert it to STIX 2.1 first: STIX 1 with stix2-elevator.',
  nothing: 'Foeprint does not read it: hand over STIX 2.0 or 2.1, a MISP galaxy cluster or a case file.',
  report: '`foeprint report add FILE` keeps it as a report, to be read and reviewed.',
  feed: 'Name it under `feeds` in the configuration; `foeprint sync feed:NAME` keeps what it has as reports.',
  office:
    'Save it as .docx or PDF; `foeprint report add FILE` keeps that as a report, to be read and reviewed.',
} as const;

/** Formats that are known by their shape as well as by how their text begins. */
export const FORMATS = {
  sigma: { label: 'a Sigma rule', hint: HINTS.covers },
  ids: { label: 'a list of ATT&CK ids', hint: HINTS.covers },
  atomic: { label: 'a file of Atomic Red Team', hint: HINTS.migrate },
  emulation: { label: 'an adversary emulation plan', hint: HINTS.migrate },
  playbook: { label: 'a playbook of Foeprint', hint: '`foeprint playbook --file FILE` runs it.' },
  organisation: {
    label: 'the description of an organisation',
    hint: 'It belongs behind `--org`: `foeprint threats --org FILE`, `expect`, `priorities`, `playbook`.',
  },
} as const satisfies Readonly<Record<string, KnownFormat>>;
