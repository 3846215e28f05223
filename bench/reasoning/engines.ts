import type { FactBase } from '../../src/facts/index.ts';
import type * as source from '../../src/reasoning/index.ts';
import { rulePack } from '../../test/support/rule-pack.ts';

type Reasoning = typeof source;

/** The reasoner as it is shipped: what runs TypeScript on the fly adds calls to every function. Needs `npm run build`. */
async function built(): Promise<Reasoning> {
  return import(new URL('../../dist/reasoning/index.js', import.meta.url).href);
}

/** Rows derived, by relation; equal for all engines, or the benchmark fails. */
export type Counts = Readonly<Record<string, number>>;

/** Facts loaded into an engine, ready to derive. */
export interface Loaded {
  /** Derives everything; leaves nothing behind. */
  derive(): Promise<Counts> | Counts;
}

export type PackName = 'reference' | 'standard';

/** The engines compared, each loaded where it runs. Ours keeps every derivation; the others only say what follows. */
export const ENGINES: Readonly<
  Record<string, (facts: FactBase, pack: PackName) => Promise<Loaded> | Loaded>
> = {
  async foeprint(facts, pack) {
    const { evaluate } = await built();
    const program = rulePack(pack);
    return {
      derive: () => {
        const model = evaluate(program, facts);
        const sizes = model.relations.map(({ name }) => [name, model.relation(name)] as const);
        const derived = sizes.filter(([, { size, reportedSize }]) => size > reportedSize);
        return {
          ...Object.fromEntries(derived.map(([name, { size }]) => [name, size])),
          derivations: model.derivationCount,
        };
      },
    };
  },

  async duckdb(facts, pack) {
    const { DuckDBInstance } = await import('@duckdb/node-api');
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    for (const { name, columns, size } of pairs(facts)) {
      await connection.run(`CREATE TABLE "${name}" (s INTEGER, o INTEGER)`);
      const appender = await connection.createAppender(name);
      for (let row = 0; row < size; row++) {
        appender.appendInteger(columns[0]?.[row] ?? -1);
        appender.appendInteger(columns[1]?.[row] ?? -1);
        appender.endRow();
      }
      appender.closeSync();
    }
    await connection.run(`CREATE TABLE "group" AS FROM (VALUES ${groupValues(facts)}) t(id)`);
    return {
      derive: async () => {
        for (const sql of closure(pack, 'duckdb')) await connection.run(sql);
        const counts: [string, number][] = [];
        for (const name of CONCLUSIONS[pack]) {
          const reader = await connection.runAndReadAll(`SELECT count(*) FROM "${name}"`);
          counts.push([name, Number(reader.getRows()[0]?.[0])]);
        }
        return Object.fromEntries(counts);
      },
    };
  },

  async sqlite(facts, pack) {
    const { sqliteBinding } = await import('../../src/knowledge/sqlite/binding/binding.ts');
    const database = sqliteBinding().connect(':memory:');
    for (const { name, columns, size } of pairs(facts)) {
      database.execute(
        `CREATE TABLE "${name}" (s INTEGER, o INTEGER, PRIMARY KEY (s, o)) WITHOUT ROWID; BEGIN`,
      );
      const insert = database.prepare(`INSERT INTO "${name}" VALUES (?, ?)`);
      for (let row = 0; row < size; row++) insert.run(columns.slice(0, 2).map((column) => column[row] ?? -1));
      database.execute(`COMMIT; CREATE INDEX "${name}-o" ON "${name}" (o, s)`);
    }
    database.execute(
      `CREATE TABLE "group" (id INTEGER PRIMARY KEY); INSERT INTO "group" VALUES ${groupValues(facts)}`,
    );
    return {
      derive: () => {
        for (const sql of closure(pack, 'sqlite')) database.execute(sql);
        return Object.fromEntries(
          CONCLUSIONS[pack].map((name) => {
            const [count] = database.prepare(`SELECT count(*) FROM "${name}"`).first([]) ?? [];
            return [name, Number(count)];
          }),
        );
      },
    };
  },
};

/** Two recursive steps at once: SQLite wants them side by side, DuckDB in a subquery. */
const RECURSION = {
  sqlite: `SELECT a.s, u.o FROM ua a JOIN uses u ON u.s = a.o
    UNION SELECT t.o, a.o FROM ua a JOIN "attributed-to" t ON t.s = a.s`,
  duckdb: `SELECT s, o FROM (SELECT a.s AS s, u.o AS o FROM ua a JOIN uses u ON u.s = a.o
    UNION ALL SELECT t.o AS s, a.o AS o FROM ua a JOIN "attributed-to" t ON t.s = a.s)`,
};

function closure(pack: PackName, engine: keyof typeof RECURSION): readonly string[] {
  return [...CLEAR, ...CLOSURES[pack].map((sql) => sql.replace('RECURSION', RECURSION[engine]))];
}

const CONCLUSIONS: Readonly<Record<PackName, readonly string[]>> = {
  reference: ['indirectly-uses', 'related-to-mitigation'],
  standard: ['indirectly-uses', 'uses-parent', 'relevant-mitigation', 'relevant-detection'],
};

const CLEAR = [...new Set(Object.values(CONCLUSIONS).flat())].map((name) => `DROP TABLE IF EXISTS "${name}"`);

/**
 * The packs in SQL, rewritten to what recursive common table expressions can say: linear recursion, which gives the
 * same facts because nothing uses what campaigns are attributed to.
 */
const CLOSURES: Readonly<Record<PackName, readonly string[]>> = {
  reference: [
    `CREATE TABLE "indirectly-uses" AS
     WITH RECURSIVE ua(s, o) AS (SELECT s, o FROM uses UNION RECURSION)
     SELECT s, o FROM ua WHERE NOT EXISTS (SELECT 1 FROM uses t WHERE t.s = ua.s AND t.o = ua.o)
     UNION
     SELECT t.o, a.o FROM "attributed-to" t JOIN ua a ON a.s = t.s`,
    `CREATE TABLE "related-to-mitigation" AS
     SELECT DISTINCT u.s AS s, m.s AS o
     FROM (SELECT s, o FROM uses UNION SELECT s, o FROM "indirectly-uses") u
     JOIN mitigates m ON m.o = u.o JOIN "group" g ON g.id = u.s`,
  ],
  standard: [
    `CREATE TABLE "indirectly-uses" AS
     WITH RECURSIVE ua(s, o) AS (
       SELECT s, o FROM (
         SELECT s, o FROM uses
         UNION ALL
         SELECT t.o AS s, u.o AS o FROM "attributed-to" t JOIN uses u ON u.s = t.s) base
       UNION
       SELECT a.s, u.o FROM ua a JOIN uses u ON u.s = a.o)
     SELECT s, o FROM ua WHERE NOT EXISTS (SELECT 1 FROM uses t WHERE t.s = ua.s AND t.o = ua.o)`,
    `CREATE TABLE "uses-parent" AS
     SELECT DISTINCT u.s AS s, p.o AS o
     FROM (SELECT s, o FROM uses UNION ALL SELECT s, o FROM "indirectly-uses") u
     JOIN "subtechnique-of" p ON p.s = u.o
     WHERE NOT EXISTS (SELECT 1 FROM uses t WHERE t.s = u.s AND t.o = p.o)`,
    ...[
      ['relevant-mitigation', 'mitigates'],
      ['relevant-detection', 'detects'],
    ].map(
      ([name = '', relation = '']) => `CREATE TABLE "${name}" AS
     SELECT DISTINCT m.s AS s, u.s AS o
     FROM (SELECT s, o FROM uses UNION ALL SELECT s, o FROM "indirectly-uses") u
     JOIN "${relation}" m ON m.o = u.o JOIN "group" g ON g.id = u.s`,
    ),
  ],
};

function pairs(facts: FactBase): readonly { name: string; columns: readonly Int32Array[]; size: number }[] {
  const names = ['uses', 'mitigates', 'attributed-to', 'subtechnique-of', 'detects'];
  return names.map((name) => {
    const { columns = [], size = 0 } = facts.relations.get(name) ?? {};
    return { name, columns, size };
  });
}

function groupValues({ universe }: FactBase): string {
  const type = universe.types.indexOf('intrusion-set');
  const groups = [...universe.typeOf.keys()].filter((term) => universe.typeOf[term] === type);
  return groups.map((term) => `(${String(term)})`).join();
}
