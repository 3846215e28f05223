/** Which folder of src/ may import which others, and whether it may touch the outside world. ARCHITECTURE.md shows the same. */
export const IMPORT_TABLE: readonly FolderRule[] = [
  { folder: 'text', imports: [], outside: false },
  { folder: 'facts', imports: ['text'], outside: false },
  { folder: 'threat', imports: ['facts', 'text'], outside: false },
  { folder: 'stix', imports: ['facts', 'text', 'threat'], outside: false },
  { folder: 'answers', imports: ['facts', 'text', 'threat'], outside: false },
  { folder: 'reading', imports: ['facts', 'text', 'threat', 'stix'], outside: false },
  {
    folder: 'intake',
    imports: ['facts', 'text', 'threat', 'stix', 'answers', 'reading', 'sightings', 'sigma'],
    outside: false,
  },
  { folder: 'knowledge', imports: ['facts', 'text'], outside: false },
  { folder: 'reasoning', imports: ['facts', 'text'], outside: false },
  { folder: 'sightings', imports: ['facts', 'text', 'threat'], outside: false },
  { folder: 'sigma', imports: ['facts', 'text'], outside: false },
  {
    folder: 'desk',
    imports: ['facts', 'text', 'threat', 'knowledge', 'reasoning', 'sightings', 'answers'],
    outside: false,
  },
  {
    folder: 'analysis',
    imports: [
      'facts',
      'text',
      'threat',
      'stix',
      'answers',
      'knowledge',
      'reasoning',
      'sightings',
      'sigma',
      'desk',
    ],
    outside: false,
  },
  {
    folder: 'workbench',
    imports: [
      'facts',
      'text',
      'threat',
      'stix',
      'answers',
      'reading',
      'knowledge',
      'reasoning',
      'sightings',
      'sigma',
      'desk',
      'analysis',
      'report',
      'draw',
      'render',
      'export',
    ],
    outside: false,
  },
  { folder: 'render', imports: ['facts', 'text', 'threat'], outside: false },
  { folder: 'draw', imports: ['facts', 'text', 'threat', 'answers', 'render'], outside: false },
  { folder: 'report', imports: ['facts', 'text', 'threat', 'answers', 'draw', 'render'], outside: false },
  {
    folder: 'export',
    imports: ['facts', 'text', 'threat', 'answers', 'stix', 'draw', 'render', 'sigma'],
    outside: false,
  },
  { folder: 'knowledge/sqlite', imports: ['facts', 'text', 'knowledge'], outside: true },
  { folder: 'sightings/duckdb', imports: ['facts', 'text', 'sightings'], outside: true },
  { folder: 'sightings/clickhouse', imports: ['facts', 'text', 'sightings'], outside: true },
  { folder: 'draw/rasterise', imports: ['facts', 'text', 'draw'], outside: true },
  { folder: 'acquisition', imports: ['facts', 'text', 'intake'], outside: true },
  {
    folder: 'home',
    imports: [
      'facts',
      'text',
      'threat',
      'stix',
      'answers',
      'reading',
      'intake',
      'knowledge',
      'reasoning',
      'sightings',
      'sigma',
      'desk',
      'knowledge/sqlite',
      'sightings/duckdb',
      'sightings/clickhouse',
      'acquisition',
    ],
    outside: true,
  },
  { folder: 'render/pdf', imports: ['facts', 'text', 'threat', 'render'], outside: true },
  {
    folder: 'library',
    imports: [
      'facts',
      'text',
      'threat',
      'stix',
      'answers',
      'intake',
      'knowledge',
      'sightings',
      'sigma',
      'desk',
      'analysis',
      'workbench',
      'report',
      'draw',
      'render',
      'export',
      'acquisition',
      'home',
    ],
    outside: true,
  },
  {
    folder: 'cli',
    imports: [
      'facts',
      'text',
      'threat',
      'stix',
      'answers',
      'intake',
      'knowledge',
      'sightings',
      'sigma',
      'desk',
      'workbench',
      'report',
      'draw',
      'draw/rasterise',
      'render',
      'render/pdf',
      'export',
      'acquisition',
      'home',
      'library',
    ],
    outside: true,
  },
];

export interface FolderRule {
  readonly folder: string;
  readonly imports: readonly string[] | 'all';
  /** Files, network, clock, terminal, packages that need Node. */
  readonly outside: boolean;
}

/** The table as ARCHITECTURE.md shows it. */
export function importTableMarkdown(): string {
  const rows = IMPORT_TABLE.map(({ folder, imports, outside }) => {
    const allowed = imports === 'all' ? 'all' : imports.map((name) => `\`${name}\``).join(' ') || '–';
    return `| \`${folder}\` | ${allowed} | ${outside ? 'yes' : 'no'} |`;
  });
  return ['| folder | may import | may touch the outside |', '| --- | --- | --- |', ...rows].join('\n');
}
