import type { SightingScope } from '../../answers/index.ts';
import { paragraph, type Block } from '../../render/index.ts';
import { groupDigits, percent } from '../../text/index.ts';

/** Of how many sightings sector or organisation are not known; nothing where all are. */
export function notKnownOf({
  withoutSector,
  withoutOrganisation,
  shareWithoutSector,
  shareWithoutOrganisation,
}: SightingScope): readonly Block[] {
  if (withoutSector + withoutOrganisation === 0) return [];
  return [
    paragraph(
      `Without a sector: ${groupDigits(withoutSector)} (${percent(shareWithoutSector)}). Without an organisation: ${groupDigits(withoutOrganisation)} (${percent(shareWithoutOrganisation)}). Where records do not give them, sightings import does: --sector, --organisation, --organisations.`,
    ),
  ];
}
