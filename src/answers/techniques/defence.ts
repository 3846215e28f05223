import { Analytic } from './analytic.ts';
import { Support } from '../explanation/evidence.ts';
import { Mention } from '../explanation/mention.ts';
import { explained, reasons } from '../reasons.ts';
import { as, list, oneOf, optional, shape, type Of } from '../schema.ts';

const DEFENCE = {
  defence: as(Mention, 'the mitigation or detection strategy'),
  techniques: reasons(list(Mention, 'techniques that it answers, by label')),
  support: optional(
    as(Support, 'of one technique that is asked about: in which words its source says how, citing what'),
  ),
};

export const Defence = explained(
  shape(
    'Defence',
    'A mitigation or detection strategy, and the techniques for which it matters to what is asked about.',
    DEFENCE,
  ),
  'defence',
  'subject',
  'group',
  'thing',
);
export type Defence = Of<typeof Defence>;

export const Detection = explained(
  shape('Detection', 'A detection strategy, and how it is carried out.', {
    ...DEFENCE,
    analytics: reasons(list(Analytic, 'how it is carried out, by label')),
  }),
  'defence',
  'subject',
  'group',
  'thing',
);
export type Detection = Of<typeof Detection>;

/** What defences are asked about, and how they stand to it: fields of answers about defences. */
export const DEFENDED = {
  subject: as(Mention, 'the technique or the adversary that is asked about'),
  relation: oneOf(
    ['against', 'relevant'],
    '`against` a technique, as sources report; `relevant` to an adversary, by rules',
  ),
};
