import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { FoeprintError } from '../facts/index.ts';
import type { KnowledgeBase } from '../knowledge/index.ts';
import type { SightingsKind } from '../sightings/index.ts';
import { homePlace, type HomeCircumstances, type HomePlace } from './home-folder.ts';
import { refusal } from './issues.ts';
import { makeFolder, OWNER_ONLY } from './locking/make-folder.ts';
import type { KeptSightings } from './sightings/kept-sightings.ts';
import { openSightings } from './sightings/open-sightings.ts';
import { HOME_CONFIG, readConfiguration, type Configuration } from './settings/read-config.ts';
import type { Config } from './settings/config.ts';
import { systemReason } from '../text/index.ts';

/** Where everything is in a home. */
export interface HomePaths {
  readonly folder: string;
  /** The knowledge base, one SQLite file. */
  readonly database: string;
  /** What was loaded, compressed, by content hash. */
  readonly sources: string;
  /** Copies of what was forgotten, so that it can be taken back. */
  readonly forgotten: string;
  /** The home's own configuration; it need not be there. */
  readonly config: string;
  /** Sightings that were imported, and those that were made up; neither need be there. */
  readonly sightings: Readonly<Record<SightingsKind, string>>;
  /** Coverage that was imported; it need not be there. */
  readonly coverage: string;
  /** The organisation that questions are about where nobody is named; it need not be there. */
  readonly organisation: string;
  /** Reports that were added; it need not be there. */
  readonly reports: string;
  /** Sentences of which somebody knows what they state; it need not be there. */
  readonly labelled: string;
  /** What was learnt from what is loaded; all of it can be learnt again. */
  readonly models: string;
  /** What servers said about the versions they sent. */
  readonly fetches: string;
  /** How far servers were asked, and what they sent of collections that are not whole yet. */
  readonly servers: string;
  /** When each source was last asked for. */
  readonly syncs: string;
  /** Who is let in to the API; it need not be there. */
  readonly tokens: string;
  /** Who changed what; it need not be there. */
  readonly journal: string;
  /** What files held before they were changed, so that a change can be undone. */
  readonly undo: string;
}

/** Which home to open, and how it is configured. */
export interface HomeOptions extends HomeCircumstances {
  /** Configuration file to read instead of the project's; see {@link readConfiguration}. */
  readonly config?: string | undefined;
  /** From the first question on, read one state, until something is written; see `OpenOptions` of the knowledge base. */
  readonly oneState?: boolean;
}

/** Where a user's knowledge and configuration are. Nothing is written before something is loaded. */
export class Home {
  readonly paths: HomePaths;
  readonly configuration: Configuration;
  readonly #isOneState: boolean;
  readonly #sightings = new Map<SightingsKind, Promise<KeptSightings>>();
  #knowledge: Promise<KnowledgeBase> | undefined;

  /** As it was found from the folder that a command is run in; undefined where it was named, or is the platform's. */
  readonly found: string | undefined;

  constructor({ folder, found }: HomePlace, configuration: Configuration, isOneState = false) {
    this.paths = pathsOf(folder);
    this.found = found;
    this.configuration = configuration;
    this.#isOneState = isOneState;
  }

  /** The settings in force. */
  get config(): Config {
    return this.configuration.config;
  }

  /** Whether nothing was ever loaded here. */
  get isEmpty(): boolean {
    return !existsSync(this.paths.database);
  }

  /**
   * The knowledge base, opened when first asked for and then kept; made if there is none.
   *
   * @throws FoeprintError H511 where the folder cannot be made, K2xx where the file is none of ours
   */
  async knowledgeBase(): Promise<KnowledgeBase> {
    this.#knowledge ??= openKnowledge(this.paths, this.#isOneState);
    return await this.#knowledge;
  }

  /** Where sightings are imported to; opened when first asked for, and made by the first import. */
  async sightings(kind: SightingsKind = 'imported'): Promise<KeptSightings> {
    const opened =
      this.#sightings.get(kind) ?? openSightings(this.paths.sightings[kind], kind, this.config.sightings);
    this.#sightings.set(kind, opened);
    return await opened;
  }

  /** Closes what was opened. */
  async close(): Promise<void> {
    const [sightings, knowledge] = [[...this.#sightings.values()], this.#knowledge];
    this.#sightings.clear();
    this.#knowledge = undefined;
    // What could not be opened need not be closed; whoever asked for it has seen why.
    for (const opened of sightings) await (await opened.catch(() => undefined))?.close();
    (await knowledge?.catch(() => undefined))?.close();
  }
}

/**
 * Finds the home and reads the configuration.
 *
 * @throws FoeprintError with every mistake in the configuration (H501 to H504), or H510
 */
export async function openHome(options: HomeOptions = {}): Promise<Home> {
  const place = homePlace(options);
  const configuration = await readConfiguration(place, options.cwd ?? process.cwd(), options.config);
  if (configuration.issues.length > 0) throw new FoeprintError(configuration.issues);
  return new Home(place, configuration, options.oneState);
}

function pathsOf(folder: string): HomePaths {
  return {
    folder,
    database: join(folder, 'knowledge.db'),
    sources: join(folder, 'sources'),
    forgotten: join(folder, 'forgotten'),
    config: join(folder, HOME_CONFIG),
    sightings: { imported: join(folder, 'sightings'), synthetic: join(folder, 'sightings-synthetic') },
    coverage: join(folder, 'coverage'),
    organisation: join(folder, 'organisation.json'),
    reports: join(folder, 'reports'),
    labelled: join(folder, 'labelled-sentences.json.gz'),
    models: join(folder, 'models'),
    fetches: join(folder, 'fetches.json'),
    servers: join(folder, 'servers'),
    syncs: join(folder, 'syncs.json'),
    tokens: join(folder, 'tokens.json'),
    journal: join(folder, 'journal.jsonl'),
    undo: join(folder, 'undo'),
  };
}

async function openKnowledge(paths: HomePaths, oneState: boolean): Promise<KnowledgeBase> {
  if (!existsSync(paths.database)) await makePlace(paths);
  const { openSqliteKnowledgeBase } = await import('../knowledge/sqlite/index.ts');
  return openSqliteKnowledgeBase(paths.database, { oneState });
}

/** SQLite would make the file readable for everybody; those that it makes beside it take after it. */
async function makePlace({ folder, database }: HomePaths): Promise<void> {
  try {
    await makeFolder(folder);
    await (await open(database, 'a', OWNER_ONLY.file)).close();
  } catch (error) {
    const message = `\`${folder}\` cannot be made, or written into (${systemReason(error)}).`;
    throw refusal('home-not-writable', message, { file: folder });
  }
}
