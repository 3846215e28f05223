import { TRAIT_KINDS, type TraitsAnswer } from '../../answers/index.ts';
import { dataTable, heading, paragraph, table, type DataTable, type Document } from '../../render/index.ts';
import { count } from '../../text/index.ts';
import { numberColumn } from '../blocks.ts';

/** Values by kind, with how many groups are documented with each, and of how many nothing of the kind is known. */
export function traitsDocument({ groups, traits, unknown }: TraitsAnswer): Document {
  return {
    title: `What ${count(groups, 'group')} are documented with`,
    blocks: TRAIT_KINDS.flatMap((kind) => {
      const ofKind = traits.filter((each) => each.kind === kind);
      if (ofKind.length === 0) return [];
      return [
        heading(2, KINDS[kind]),
        paragraph(
          unknown[kind] === 0
            ? 'It is known of every group.'
            : `Of ${count(unknown[kind], 'group')} none is known: they count for none, and cannot be ruled out for any.`,
        ),
        table(
          ['Value', numberColumn('Groups')],
          ofKind.map((each) => [each.label, String(each.groups)]),
        ),
      ];
    }),
  };
}

const KINDS = {
  sector: 'Sectors attacked',
  country: 'Countries attacked',
  region: 'Regions attacked',
  organisation: 'Organisations attacked',
  motive: 'Motives',
  origin: 'Origins',
} as const satisfies Readonly<Record<(typeof TRAIT_KINDS)[number], string>>;

/** A row for each value. */
export function traitsTables({ traits }: TraitsAnswer): readonly DataTable[] {
  return [
    dataTable('Traits', traits, {
      kind: ({ kind }) => kind,
      value: ({ value }) => value,
      label: ({ label }) => label,
      groups: ({ groups }) => groups,
    }),
  ];
}
