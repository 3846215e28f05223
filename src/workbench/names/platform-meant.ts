import { errorOf } from '../../facts/index.ts';
import { closestName } from '../../text/index.ts';
import { PLATFORMS, platformNamed } from '../../threat/index.ts';
import { WORKBENCH_ISSUES } from '../issues.ts';

/**
 * A platform as ATT&CK spells it, by any of its spellings.
 *
 * @throws FoeprintError W691 for one that there is not
 */
export function platformMeant(word: string): string {
  const platform = platformNamed(word);
  if (platform !== undefined) return platform.name;
  const near = closestName(
    word,
    PLATFORMS.map(({ name }) => name),
  );
  throw errorOf(
    WORKBENCH_ISSUES.unknownPlatform,
    `“${word}” is no platform of ATT&CK.${near === undefined ? '' : ` Did you mean ${near}?`}`,
  );
}
