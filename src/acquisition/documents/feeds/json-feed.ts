import { isMapping } from '../../../text/index.ts';
import type { GivenFeed } from './read-feed.ts';

/** A feed in JSON Feed (jsonfeed.org, 1.0 and 1.1); undefined where the JSON is something else. */
export function jsonFeed(parsed: unknown): GivenFeed | undefined {
  if (!isMapping(parsed) || !Array.isArray(parsed['items'])) return undefined;
  if (!/^https?:\/\/jsonfeed\.org\/version\//u.test(textOf(parsed['version']) ?? '')) return undefined;
  const items: readonly unknown[] = parsed['items'];
  return {
    title: textOf(parsed['title']),
    entries: items.flatMap((item) => {
      if (!isMapping(item)) return [];
      const first = (...fields: readonly string[]): string | undefined =>
        fields.map((field) => textOf(item[field])).find((text) => text !== undefined);
      return [
        {
          id: first('id'),
          title: first('title'),
          url: first('url', 'external_url'),
          date: first('date_published', 'date_modified'),
          summary: first('summary'),
          content: first('content_html', 'content_text'),
        },
      ];
    }),
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
