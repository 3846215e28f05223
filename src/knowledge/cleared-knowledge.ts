import { isCleared, strictness, type MarkingLevel, type Source, type Delivery } from '../facts/index.ts';
import type {
  ForgetReport,
  IngestReport,
  KnowledgeBase,
  KnowledgeView,
  Load,
  Selection,
  SourceContents,
  NumberedObject,
} from './knowledge-base.ts';

/**
 * A knowledge base as whoever is cleared up to a level may see it: no view, no list of sources and no dump has what is marked
 * above it. What is written into it is written into the one behind it, whatever its marking.
 */
export class ClearedKnowledge implements KnowledgeBase {
  readonly #base: KnowledgeBase;
  readonly #clearance: MarkingLevel;

  constructor(base: KnowledgeBase, clearance: MarkingLevel) {
    this.#base = base;
    this.#clearance = clearance;
  }

  ingest(delivery: Delivery, loadedAt: string): IngestReport {
    return this.#base.ingest(delivery, loadedAt);
  }

  ingestAll(deliveries: readonly Delivery[], loadedAt: string): readonly IngestReport[] {
    return this.#base.ingestAll(deliveries, loadedAt);
  }

  forget(id: string, only?: Load): ForgetReport {
    return this.#base.forget(id, only);
  }

  loads(): readonly Source[] {
    return this.#base.loads().filter((source) => this.#mayName(source));
  }

  sources(): readonly Source[] {
    return this.#base.sources().filter((source) => this.#mayName(source));
  }

  view(selection: Selection = {}): KnowledgeView {
    const { clearance = this.#clearance } = selection;
    const freer = strictness(clearance) < strictness(this.#clearance) ? clearance : this.#clearance;
    return this.#base.view({ ...selection, clearance: freer });
  }

  /** A source of which something is left out has no digest: it is not what was delivered. */
  *contents(): Generator<SourceContents> {
    for (const { source, objects } of this.#base.contents()) {
      if (!this.#mayName(source)) continue;
      const isWhole = (source.levels ?? []).every((level) => isCleared(level, this.#clearance));
      yield isWhole
        ? { source, objects }
        : { source: this.#abridged(source), objects: this.#cleared(objects) };
    }
  }

  replaceWith(contents: Iterable<SourceContents>): void {
    this.#base.replaceWith(contents);
  }

  close(): void {
    this.#base.close();
  }

  #mayName({ level }: Source): boolean {
    return isCleared(level, this.#clearance);
  }

  #abridged(source: Source): Source {
    const levels = (source.levels ?? []).filter((level) => isCleared(level, this.#clearance));
    const { levels: _all, ...rest } = source;
    return { ...rest, sha256: '', ...(levels.length === 0 ? {} : { levels }) };
  }

  *#cleared(objects: Iterable<NumberedObject>): Generator<NumberedObject> {
    for (const object of objects) if (isCleared(object.delivered.level, this.#clearance)) yield object;
  }
}
