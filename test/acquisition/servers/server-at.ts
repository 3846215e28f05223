import {
  DEFAULT_HTTP,
  DEFAULT_LIMITS,
  type HttpPolicy,
  type Server,
} from '../../../src/acquisition/index.ts';
import { FoeprintError } from '../../../src/facts/index.ts';

/** A server to ask, without waiting between attempts. */
export function serverAt(
  address: string,
  headers: Readonly<Record<string, string>> = {},
  {
    maximumBytes = DEFAULT_LIMITS.maximumBytes,
    ...http
  }: Partial<HttpPolicy> & { maximumBytes?: number } = {},
): Server {
  return {
    url: new URL(address),
    own: { headers, hint: 'Set THE_VARIABLE.' },
    options: {
      http: { ...DEFAULT_HTTP, ...http },
      limits: { ...DEFAULT_LIMITS, maximumBytes },
      world: { sleep: async () => {}, random: () => 0.5 },
    },
  };
}

/** What comes of it, or the code that it is refused with. */
export async function outcomeOf<Result>(work: Promise<Result>): Promise<Result | string> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof FoeprintError) return error.code;
    throw error;
  }
}

/** All that comes, in its order (Node 20 has no `Array.fromAsync`). */
export async function all<Each>(coming: AsyncIterable<Each>): Promise<readonly Each[]> {
  const come: Each[] = [];
  for await (const each of coming) come.push(each);
  return come;
}
