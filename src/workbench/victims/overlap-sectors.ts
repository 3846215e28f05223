import type { OverlapSectorsAnswer, OverlapSectorsQuestion } from '../../answers/index.ts';
import { overlapSectors } from '../../analysis/index.ts';
import { knownTo, type Desk } from '../../desk/index.ts';
import { FoeprintError } from '../../facts/index.ts';
import { defined } from '../../text/index.ts';
import { VOCABULARIES } from '../../threat/index.ts';
import { claimedBy } from './claimed-by.ts';
import { victimologyIn } from '../groups/victimology.ts';
import { notInVocabulary } from '../names/asked-sectors.ts';
import { restingOn } from '../resting-on.ts';
import type { Answered } from '../use-case.ts';

/**
 * How alike sectors are by the groups that are documented against them. Sectors to look at more closely are named in any spelling.
 *
 * @throws FoeprintError W612 for every word that no vocabulary has
 */
export function sectorsOverlapping(
  desk: Desk,
  { sectors: words = [], min, least, derived, limit }: Partial<OverlapSectorsQuestion> = {},
): Answered<OverlapSectorsAnswer> {
  const { understand } = VOCABULARIES.sectors;
  const unknown = words.filter((word) => understand(word).length === 0);
  if (unknown.length > 0)
    throw new FoeprintError(unknown.map((word) => notInVocabulary(word, VOCABULARIES.sectors)));
  const victimology = victimologyIn(desk);
  const sectors = [...new Set(words.flatMap(understand))];
  return {
    answer: overlapSectors(knownTo(desk), victimology, {
      sectors,
      ...defined({ min, least, derived, limit }),
    }),
    // It counts groups without naming all of them.
    restsOn: restingOn(desk.view, () => claimedBy(desk, victimology)),
    notes: [],
  };
}
