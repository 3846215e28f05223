/** Which folder of src/ may import which others, and whether it may touch the outside world. ARCHITECTURE.md shows the same. */
export const IMPORT_TABLE: readonly FolderRule[] = [
  { folder: 'facts', imports: [], outside: false },
  { folder: 'threat', imports: ['facts'], outside: false },
  { folder: 'intake', imports: ['facts', 'threat'], outside: false },
  { folder: 'knowledge', imports: ['facts'], outside: false },
  { folder: 'reasoning', imports: ['facts'], outside: false },
  { folder: 'analysis', imports: ['facts', 'threat', 'knowledge', 'reasoning'], outside: false },
  { folder: 'export', imports: ['facts', 'threat', 'knowledge', 'reasoning', 'analysis'], outside: false },
  {
    folder: 'workbench',
    imports: ['facts', 'threat', 'intake', 'knowledge', 'reasoning', 'analysis', 'export'],
    outside: false,
  },
  {
    folder: 'report',
    imports: ['facts', 'threat', 'knowledge', 'reasoning', 'analysis', 'export', 'workbench'],
    outside: false,
  },
  { folder: 'knowledge/sqlite', imports: ['facts', 'knowledge'], outside: true },
  { folder: 'acquisition', imports: ['facts', 'intake'], outside: true },
  {
    folder: 'home',
    imports: [
      'facts',
      'threat',
      'intake',
      'knowledge',
      'reasoning',
      'workbench',
      'knowledge/sqlite',
      'acquisition',
    ],
    outside: true,
  },
  { folder: 'rasterise', imports: ['facts'], outside: true },
  { folder: 'typeset', imports: ['facts', 'export', 'rasterise'], outside: true },
  { folder: 'cli', imports: 'all', outside: true },
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
