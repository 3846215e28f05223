import { defined } from '../../text/index.ts';
import { FoeprintError, levelOfStrictness, errorOf, type Delivery, type Source } from '../../facts/index.ts';
import { arrivingSource, unchanged } from '../arriving-source.ts';
import { buildView } from '../view/build-view.ts';
import { KNOWLEDGE_ISSUES } from '../issues.ts';
import type {
  ForgetReport,
  IngestReport,
  KnowledgeBase,
  KnowledgeView,
  Load,
  Selection,
  StoredObject,
  SourceContents,
} from '../knowledge-base.ts';
import { describeView } from '../view/sources-in-view.ts';
import { sourceMarks } from '../view/precedence.ts';
import { includesSorted } from '../view/sorted-numbers.ts';
import { View, type ViewDescription, type ViewStore } from '../view/view.ts';
import type { ViewTables } from '../view/view-tables.ts';
import type { Database } from './binding/database.ts';
import { forgetIn } from './forget.ts';
import { takeIn } from './ingest.ts';
import { decodeMembers } from './members.ts';
import { readRows } from './read-rows.ts';
import { sealed, unsealed } from './seal.ts';
import { searchText } from './search.ts';
import { decodeSnapshot, encodeSnapshot } from './snapshot.ts';
import { readContents, replaceAll } from './contents.ts';

/** How a knowledge base was opened; see `OpenOptions`. */
export interface Opened {
  readonly isReadonly: boolean;
  readonly isOneState: boolean;
}

/** A source and its number in the table. */
interface SourceRow {
  readonly n: number;
  readonly source: Source;
}

/**
 * Views that are kept open. A process that answers one question needs the one it answers from, one that stays also those of other
 * clearances and releases: what is derived from a view is kept as long as it is.
 */
const KEPT_VIEWS = 8;

/** From so many sources on they are looked up by an index, which few homes need: it may be there or not. */
const MANY_SOURCES = 100;

/** Keeps knowledge in one SQLite file. Opened by `openSqliteKnowledgeBase`. */
export class SqliteKnowledgeBase implements KnowledgeBase {
  readonly #database: Database;
  readonly #isReadonly: boolean;
  readonly #isOneState: boolean;
  /** For what is written beside the questions: they may be reading one state over the first connection. */
  #aside: Database | undefined;
  readonly #views = new Map<string, View>();
  /** By number of the source; its objects never change. */
  readonly #members = new Map<number, Int32Array>();
  #hasChanged = false;

  constructor(database: Database, { isReadonly, isOneState }: Opened) {
    this.#database = database;
    this.#isReadonly = isReadonly;
    this.#isOneState = isOneState;
  }

  ingest(delivery: Delivery, loadedAt: string): IngestReport {
    return this.#write(() => {
      const report = this.#ingest(delivery, loadedAt);
      if (report.isNew) this.#forgetOtherViews();
      return report;
    });
  }

  ingestAll(deliveries: readonly Delivery[], loadedAt: string): readonly IngestReport[] {
    return this.#write(() => {
      if (deliveries.length > MANY_SOURCES)
        this.#database.execute('CREATE INDEX IF NOT EXISTS source_id ON source (id)');
      const reports = deliveries.map((delivery) => this.#ingest(delivery, loadedAt));
      // Once for all: it looks at all sources.
      if (reports.some(({ isNew }) => isNew)) this.#forgetOtherViews();
      return reports;
    });
  }

  /** Within a transaction. */
  #ingest(delivery: Delivery, loadedAt: string): IngestReport {
    const arriving = arrivingSource(delivery, loadedAt);
    const known = this.#sourceWithId(arriving.id);
    if (known?.sha256 === arriving.sha256) return unchanged(known, delivery);
    const { source, issues, ...counts } = takeIn(this.#database, arriving, known, delivery.objects);
    this.#hasChanged = true;
    return { source, isNew: true, ...counts, issues: [...issues, ...delivery.issues] };
  }

  forget(id: string, only?: Load): ForgetReport {
    // What is forgotten may have been confidential: it is written over, not only let go.
    if (!this.#isReadonly) this.#database.execute('PRAGMA secure_delete = ON');
    const report = this.#write(() => forgetIn(this.#database, id, only));
    if (report.sources.length === 0) return report;
    this.#views.clear();
    this.#members.clear();
    this.#aside?.close();
    this.#aside = undefined;
    this.#database.tidy();
    return report;
  }

  sources(): readonly Source[] {
    return this.#sourceRows().map(({ source }) => source);
  }

  loads(): readonly Source[] {
    return this.#rowsOf('SELECT n, description FROM source ORDER BY n').map(({ source }) => source);
  }

  view(selection: Selection = {}): KnowledgeView {
    const rows = this.#sourceRows();
    const asked = describeView(
      rows.map(({ source }) => source),
      selection,
    );
    // After a restore the same sources have other numbers, and so have their objects.
    const inView = new Set(asked.sources);
    const numbers = rows.filter(({ source }) => inView.has(source)).map(({ n }) => n);
    const name = `${numbers.join(' ')}\n${asked.key}`;
    const view = this.#views.get(name) ?? this.#openView(asked, rows);
    this.#views.delete(name);
    this.#views.set(name, view);
    const [oldest] = this.#views.keys();
    if (this.#views.size > KEPT_VIEWS && oldest !== undefined) this.#views.delete(oldest);
    return view;
  }

  contents(): Iterable<SourceContents> {
    return this.#database.readEach(() => readContents(this.#database));
  }

  replaceWith(contents: Iterable<SourceContents>): void {
    this.#write(() => replaceAll(this.#database, contents));
    this.#hasChanged = true;
  }

  /** Closes the file. What was loaded is left ready for whoever opens it next: the view built, the log written back. */
  close(): void {
    if (this.#hasChanged) {
      this.#hasChanged = false;
      this.#prepareNext();
      this.#database.tidy();
    }
    this.#views.clear();
    this.#aside?.close();
    this.#database.close();
  }

  /** Where the view cannot be built, whoever asks for it next sees why. */
  #prepareNext(): void {
    try {
      this.view();
    } catch {
      // What was stored is stored.
    }
  }

  /** What is kept of views is right as long as it lies there; but after a load most of it will not be asked for again. */
  #forgetOtherViews(): void {
    const sources = this.sources();
    const kept = [{}, { withdrawn: true }].map((selection) => `${describeView(sources, selection).key}\n`);
    this.#database.run('DELETE FROM remembered WHERE instr(key, ?) <> 1 AND instr(key, ?) <> 1', kept);
  }

  #openView(description: ViewDescription, rows: readonly SourceRow[]): View {
    const snapshot = `${description.key}\nview`;
    const bytes = this.#recall(snapshot);
    const kept = bytes === undefined ? undefined : decodeSnapshot(bytes);
    const tables = kept ?? this.#buildTables(description, rows);
    if (kept === undefined) this.#remember(snapshot, () => encodeSnapshot(tables), rows);
    return new View(this.#storeFor(rows), description, tables);
  }

  #buildTables({ sources, heldBack, selection }: ViewDescription, rows: readonly SourceRow[]): ViewTables {
    const contents = rows
      .filter(({ source }) => sources.includes(source) || heldBack.includes(source))
      .map(({ n, source }) => ({ source, members: this.#membersOf(n) }));
    const marks = sourceMarks(contents, (source) => heldBack.includes(source));
    return buildView(
      this.#database.read(() => readRows(this.#database, marks)),
      selection,
    );
  }

  /** What a view asks: it knows the sources that there were when it was opened. */
  #storeFor(rows: readonly SourceRow[]): ViewStore {
    const database = this.#database;
    return {
      object: (stored, inView) => this.#object(stored, rows, inView),
      versions: (id, inView) =>
        database
          .rows(
            `SELECT object.n FROM object JOIN thing ON thing.n = object.thing
             WHERE thing.text = ? AND thing.literal = 0 ORDER BY version DESC, object.n DESC`,
            [id],
          )
          .map(([stored]) => this.#object(Number(stored), rows, inView)),
      sourcesOf: (stored, among) =>
        rows
          .filter(
            ({ n, source }) =>
              among.includes(source) && this.#membersOf(n).some((member) => stored.has(member)),
          )
          .map(({ source }) => source),
      search: (terms, isShown, types) => searchText(database, terms, isShown, types),
      recall: (key) => this.#recall(key),
      remember: (key, bytes) => this.#remember(key, bytes, rows),
    };
  }

  #object(stored: number, rows: readonly SourceRow[], inView: readonly Source[]): StoredObject {
    const row = this.#database.row(
      `SELECT thing.text, word.text, json, level FROM object JOIN object_json USING (n)
       JOIN thing ON thing.n = object.thing JOIN word ON word.n = object.type WHERE object.n = ?`,
      [stored],
    );
    if (row === undefined)
      throw errorOf(KNOWLEDGE_ISSUES.unknownObject, `Nothing is stored as number ${stored}.`);
    const raw: Readonly<Record<string, unknown>> = this.#database.intact(() => JSON.parse(String(row[2])));
    const level = levelOfStrictness(Number(row[3]));
    return {
      stored,
      id: String(row[0]),
      type: String(row[1]),
      raw,
      sources: this.#sourcesOf(stored, rows, inView),
      ...defined({ level }),
    };
  }

  /** The sources that have an object version: those of the view first, then newest first. */
  #sourcesOf(stored: number, rows: readonly SourceRow[], inView: readonly Source[]): readonly Source[] {
    return rows
      .filter(({ n }) => includesSorted(this.#membersOf(n), stored))
      .map(({ source }) => source)
      .toReversed()
      .toSorted((one, other) => Number(inView.includes(other)) - Number(inView.includes(one)));
  }

  #membersOf(n: number): Int32Array {
    const known = this.#members.get(n);
    if (known !== undefined) return known;
    const [bytes] = this.#database.row('SELECT members FROM source WHERE n = ?', [n]) ?? [];
    const members = decodeMembers(bytes);
    this.#members.set(n, members);
    return members;
  }

  #write<T>(work: () => T): T {
    if (!this.#isReadonly) return this.#database.write(work);
    const message = 'It was opened for reading.';
    throw errorOf(KNOWLEDGE_ISSUES.readOnly, message, { file: this.#database.path });
  }

  /** One source as it is now: an archive may bring thousands, and reading all of them for each would take their number squared. */
  #sourceWithId(id: string): Source | undefined {
    const [description] =
      this.#database.row('SELECT description FROM source WHERE id = ? AND replaced = 0', [id]) ?? [];
    return description === undefined
      ? undefined
      : this.#database.intact(() => JSON.parse(String(description)));
  }

  #sourceRows(): readonly SourceRow[] {
    if (this.#isOneState) this.#database.hold();
    return this.#rowsOf('SELECT n, description FROM source WHERE replaced = 0 ORDER BY n');
  }

  #rowsOf(query: string): readonly SourceRow[] {
    return this.#database.rows(query).map(([n, description]) => {
      const source: Source = this.#database.intact(() => JSON.parse(String(description)));
      return { n: Number(n), source };
    });
  }

  /** What is damaged is as good as forgotten. */
  #recall(key: string): Uint8Array | undefined {
    try {
      const [bytes] = this.#database.row('SELECT bytes FROM remembered WHERE key = ?', [key]) ?? [];
      return bytes instanceof Uint8Array ? unsealed(bytes) : undefined;
    } catch (error) {
      if (error instanceof FoeprintError && error.code === KNOWLEDGE_ISSUES.damaged.code) return undefined;
      throw error;
    }
  }

  /**
   * Remembering is a convenience: whoever may only read, or finds another process writing, goes without. What was made of other
   * sources than those that are there now must not be taken for theirs: a restore gives the same objects other numbers.
   */
  #remember(key: string, bytes: () => Uint8Array, rows: readonly SourceRow[]): void {
    if (this.#isReadonly) return;
    const made = sealed(bytes());
    try {
      const aside = (this.#aside ??= this.#database.another());
      aside.tryWrite(() => {
        const [numbers] = aside.gathered(
          'SELECT json_group_array(n) FROM (SELECT n FROM source WHERE replaced = 0 ORDER BY n)',
        );
        if (numbers?.join() !== rows.map(({ n }) => n).join()) return;
        aside.run('INSERT OR REPLACE INTO remembered (key, bytes) VALUES (?, ?)', [key, made]);
      });
    } catch (error) {
      if (!(error instanceof FoeprintError)) throw error;
    }
  }
}
