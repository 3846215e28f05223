import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { openHome, VERSION, type Home, type HomeOptions } from '../../home/index.ts';
import { isClusterAddress } from '../../sightings/index.ts';

/** Which home, and by which settings. */
export type HomeChoice = Pick<HomeOptions, 'home' | 'config'>;

/** What a home holds, in short. */
export interface HomeVersion {
  /** The same for the same sources, settings, coverage, organisation, reports and sightings. */
  readonly version: string;
  /** Whether answers may change without it, since a cluster that others write to keeps sightings. */
  readonly isOpenEnded: boolean;
}

/** Follows what a home holds, whatever other processes write there. */
export class HomeFollower {
  readonly #choice: HomeChoice;
  #known: Promise<Known> | undefined;

  constructor(choice: HomeChoice) {
    this.#choice = choice;
  }

  /** What it holds now. One look at its files where nothing was written since. @throws FoeprintError where it cannot be opened */
  async current(): Promise<HomeVersion> {
    this.#known = followed(this.#known, this.#choice);
    return await this.#known;
  }
}

interface Known extends HomeVersion {
  readonly home: Home;
  readonly looks: string;
}

async function followed(before: Promise<Known> | undefined, choice: HomeChoice): Promise<Known> {
  // What could not be opened is tried anew.
  const known = await before?.catch(() => undefined);
  if (known !== undefined && known.looks === looksOf(known.home)) return known;
  const home = await openHome(choice);
  try {
    const looks = looksOf(home);
    return {
      home,
      looks,
      version: await versionOf(home),
      isOpenEnded: isClusterAddress(home.config.sightings),
    };
  } finally {
    await home.close();
  }
}

/** What the files of a home look like from outside: changes with whatever is written there, also where it comes to the same. */
export function looksOf({ paths, configuration }: Home): string {
  const { database, config } = paths;
  return [database, `${database}-wal`, config, ...configuration.files, ...beside({ paths, configuration })]
    .map(lookOf)
    .join(' ');
}

/** A digest of all that answers may rest on: the sources, the settings, and what lies beside the knowledge base. */
export async function versionOf(home: Home): Promise<string> {
  const sources = home.isEmpty ? [] : (await home.knowledgeBase()).sources();
  const whole = JSON.stringify([VERSION, sources, home.config, beside(home).map(lookOf)]);
  return createHash('sha256').update(whole).digest('base64url').slice(0, 16);
}

/** What answers rest on beside the knowledge base; each is written as a whole, or by files that are. */
function beside({
  paths,
  configuration: { config },
}: Pick<Home, 'paths' | 'configuration'>): readonly string[] {
  const { coverage, organisation, reports, labelled, forgotten, sightings } = paths;
  const libraries = [config.atomics, config.sigmaRules].filter((path) => path !== '');
  return [coverage, organisation, reports, labelled, forgotten, ...Object.values(sightings), ...libraries];
}

function lookOf(path: string): string {
  const state = statSync(path, { throwIfNoEntry: false });
  return state === undefined ? '-' : `${state.ino}.${state.size}.${state.mtimeMs}`;
}
