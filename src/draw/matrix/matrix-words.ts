import { domainTitle, sayRecipe, type AttackMatrix, type Layer, type Recipe } from '../../threat/index.ts';
import { oneLine } from '../../text/index.ts';

/** What the ATT&CK terms of use (attack.mitre.org/resources/legal-and-branding/terms-of-use) ask to be shown. */
export const ATTACK_NOTICE =
  '© The MITRE Corporation. This work is reproduced and distributed with the permission of The MITRE Corporation.';

/** What a drawing is of: `ATT&CK for Enterprise 18.1 · layer made for release 17 · combine: …`. */
export function subtitleOf(layer: Layer, matrix: AttackMatrix): string {
  const { release, recipe } = layer;
  const isOther =
    release !== undefined && matrix.release !== undefined && majorOf(release) !== majorOf(matrix.release);
  return [
    ['ATT&CK for', domainTitle(matrix.domain), matrix.release].filter((part) => part !== undefined).join(' '),
    ...(isOther ? [`layer made for release ${oneLine(release)}`] : []),
    ...(recipe === undefined ? [] : [oneLine(sayRecipe(inShort(recipe)))]),
  ].join(' · ');
}

/** Without where the ingredients come from and how they were made: names of those parameters have two dots or more. */
function inShort({ operation, parameters }: Recipe): Recipe {
  return { operation, parameters: parameters.filter(({ name }) => name.split('.').length <= 2) };
}

function majorOf(release: string): string | undefined {
  return release.split('.')[0];
}
