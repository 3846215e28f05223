import { option, options, question } from '../question.ts';
import { either, foreign, list, number, shape, text, truth, type Of } from '../schema.ts';

/** What rules derive, as relationships of STIX. */
export const DerivedFactsQuestion = question({
  relations: options('--relation <name>', 'only this derived relation (repeatable)'),
  of: options('--of <name>', 'only facts about this thing (repeatable)'),
  at: option('--at <time>', 'time to write as created, ISO 8601', {
    fallback: 'when the newest source in view was loaded',
  }),
});
export type DerivedFactsQuestion = Of<typeof DerivedFactsQuestion>;

const ENDS = {
  relation: text('name of the relation, e.g. `indirectly-uses`'),
  subject: text('STIX id of the first of the two'),
  object: text('STIX id of the second'),
};

const FactEnds = shape('FactEnds', 'A fact, by ids.', ENDS);
export type FactEnds = Of<typeof FactEnds>;

const ReportedPremise = shape('ReportedPremise', 'A fact that sources report.', {
  reportedIn: list(text('STIX id'), 'the objects that report it: relationships, or what refers to another'),
});

const DerivedPremise = shape('DerivedPremise', 'Another derived fact.', { derived: FactEnds });

const FactPremise = either(ReportedPremise, DerivedPremise, 'what the derivation rests on');
export type FactPremise = Of<typeof FactPremise>;

const FactDerivation = shape('FactDerivation', 'One way to a derived fact.', {
  rule: text('name of the rule'),
  premises: list(FactPremise, 'in the order of the rule'),
});
export type FactDerivation = Of<typeof FactDerivation>;

/** A fact that rules derive and no source reports. */
export const DerivedFact = shape('DerivedFact', 'A fact that rules derive and no source reports.', {
  ...ENDS,
  sentence: text('in words: `Orangeworm indirectly uses Windows Command Shell`'),
  weight: number('confidence that its rules hand on, 0 … 1'),
  proofCount: text('how many proofs it has, in decimal digits'),
  countIsExact: truth('false where counting stopped at its budget: then there are at least so many'),
  derivations: list(FactDerivation, 'every way to it'),
  markings: list(
    text('STIX id of a marking'),
    'markings of the objects that report its premises, near and far',
  ),
});
export type DerivedFact = Of<typeof DerivedFact>;

export const DerivedFactsAnswer = shape('DerivedFactsAnswer', 'What rules derive between STIX objects.', {
  at: text('time that is written as created'),
  facts: list(DerivedFact, 'by relation'),
  markingDefinitions: list(
    foreign('a marking definition as its source gives it'),
    'the markings that the facts carry: whoever reads them alone must see what these say',
  ),
});
export type DerivedFactsAnswer = Of<typeof DerivedFactsAnswer>;
