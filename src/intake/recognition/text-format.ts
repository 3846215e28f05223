import { FORMATS, HINTS, type KnownFormat } from './known-format.ts';

interface Row extends KnownFormat {
  /** What the beginning of such a text has. */
  readonly has: readonly RegExp[];
}

/** Characters that are looked at. */
const BEGINNING = 8192;

/** Formats that are known by how they begin, the more certain ones first. Add a row to name one more. */
const ROWS: readonly Row[] = [
  {
    has: [/<(?:[\w.-]{1,40}:)?STIX_Package\b|stix\.mitre\.org\/stix-1/],
    label: 'STIX 1 (XML)',
    hint: 'Convert it with stix2-elevator, and load what that writes.',
  },
  {
    has: [/taxii\.mitre\.org|<(?:[\w.-]{1,40}:)?Poll_Response\b/],
    label: 'an answer of a TAXII 1 server',
    hint: HINTS.xml,
  },
  {
    has: [/<(?:ioc|OpenIOC)\b[^<]{0,400}(?:mandiant|openioc)|schemas\.mandiant\.com|openioc\.org/i],
    label: 'an OpenIOC file (XML)',
    hint: HINTS.nothing,
  },
  {
    has: [/<(?:[\w.-]{1,40}:)?(?:MAEC_Bundle|MAEC_Package|Observables)\b|(?:maec|cybox)\.mitre\.org/],
    label: 'MAEC or CybOX (XML)',
    hint: HINTS.xml,
  },
  {
    has: [/^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^]{0,2000}?-->\s*)*<(?:rss|feed|rdf:RDF)\b/i],
    label: 'a feed (RSS or Atom)',
    hint: HINTS.feed,
  },
  { has: [/<(?:[\w.-]{1,40}:)?IODEF-Document\b/], label: 'an IODEF document (XML)', hint: HINTS.nothing },
  {
    has: [/^file_type:\s*['"]?group-administration/m],
    label: 'a DeTT&CT administration file of groups',
    hint: HINTS.report,
  },
  {
    has: [/^file_type:\s*['"]?(?:technique|data-source)-administration/m],
    label: 'a DeTT&CT administration file',
    hint: HINTS.covers,
  },
  { has: [/^logsource:/m, /^detection:/m], ...FORMATS.sigma },
  {
    has: [/^assertions:/m],
    label: 'a case file in YAML',
    hint: 'Give its file the ending .yaml: case files are read by that.',
  },
  { has: [/^playbook:\s*\d/m], ...FORMATS.playbook },
  { has: [/^name:/m, /^(?:sectors|countries|regions):/m], ...FORMATS.organisation },
  { has: [/^attack_technique:/m, /^atomic_tests:/m], ...FORMATS.atomic },
  { has: [/^-?\s*emulation_plan_details:/m], ...FORMATS.emulation },
  {
    has: [/^(?:(?:private|global)\s+){0,2}rule\s+\w+\s*(?::[\w\s]{0,80})?\{/m, /\bcondition\s*:/],
    label: 'a file of YARA rules',
    hint: HINTS.nothing,
  },
  {
    has: [/^#?\s?(?:alert|drop|reject)\s+(?:tcp|udp|icmp|ip|http|dns|tls|ssh|smb)\s.{0,400}->/m],
    label: 'a file of Snort or Suricata rules',
    hint: HINTS.nothing,
  },
  { has: [/^(?:\s*(?:T\d{4}(?:\.\d{3})?|[GSMC]\d{4}|TA\d{4})\s*(?:[,;]\s*)?(?:\r?\n|$))+$/], ...FORMATS.ids },
  {
    has: [/^\[\[?[\w.-]{1,80}\]\]?\s*$/m, /^[\w.-]{1,80}\s*=\s*\S/m],
    label: 'a file in TOML',
    hint: HINTS.migrate,
  },
  {
    has: [/\bT\d{4}(?:\.\d{3})?\b/, /^#{1,3} \S/m],
    label: 'a text in Markdown that names techniques',
    hint: '`foeprint report add FILE` keeps it as a report, to be read and reviewed; `foeprint migrate` carries its ids to another release.',
  },
  {
    has: [
      /^[\w ."'&/()-]{1,60}(?:([,;\t])[\w ."'&/():-]{0,60})(?:\1[\w ."'&/():-]{0,60}){0,60}\r?\n[^\n{[<][^\n]{0,2000}\1/,
    ],
    label: 'a table (CSV)',
    hint: 'A case file in CSV (docs/reference/cases.md) needs the ending .csv; `foeprint migrate` carries the ids of any table to another release.',
  },
];

/** What a text is that is neither JSON nor a case file, by how it begins; undefined where it is no format that is known. */
export function textFormat(text: string): KnownFormat | undefined {
  const beginning = text.slice(0, BEGINNING).replace(/^\ufeff/, '');
  return ROWS.find(({ has }) => has.every((pattern) => pattern.test(beginning)));
}
