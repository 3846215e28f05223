import { sayMention, type SearchAnswer, type SearchHit } from '../../answers/index.ts';
import { paragraph, table, type Content, type Document } from '../../render/index.ts';
import { count } from '../../text/index.ts';
import { sayType } from '../../threat/index.ts';
import { thingMentioned } from '../words.ts';

/** Search hits, best first. */
export function searchDocument({ query, found, hits }: SearchAnswer): Document {
  return {
    title: `${count(found, 'hit')} for ${query}`,
    blocks:
      hits.length === 0
        ? [paragraph('Nothing in view has all of these words. A final * finds beginnings of words: telecom*')]
        : [
            table(
              ['Kind', 'What', 'Text'],
              hits.map((hit) => [sayType(hit.thing.type), sayHit(hit), sayWords(hit)]),
            ),
            ...(found > hits.length
              ? [
                  paragraph(
                    `The first ${hits.length} of ${found}. More: --limit ${found}; fewer: --type group.`,
                  ),
                ]
              : []),
          ],
  };
}

function sayHit({ thing, relates }: SearchHit): Content {
  if (relates !== undefined)
    return [...thingMentioned(relates.source), ` ${relates.relation} `, ...thingMentioned(relates.target)];
  return sayMention(thing) === '' ? thing.id : thingMentioned(thing);
}

/** The words found; before them whose they are, where others say what the thing is. */
function sayWords({ excerpt, reportedBy = [] }: SearchHit): string {
  return reportedBy.length === 0 ? excerpt : `${reportedBy.join(', ')}: ${excerpt}`;
}
