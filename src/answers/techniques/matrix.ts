import * as z from 'zod/mini';
import { options, SELECTION } from '../question.ts';
import { count, list, optional, shape, text, type Of } from '../schema.ts';

/** The matrices in view, whoever uses what stands in them. What is withdrawn stands in no matrix. */
export const MatrixQuestion = z.strictObject({
  platforms: options('--platform <platform>', 'only techniques that work on one of these (repeatable)', {
    fallback: 'all',
  }),
  release: SELECTION.release,
  domains: SELECTION.domains,
});

const MatrixTactic = shape('MatrixTactic', 'A tactic, a column of a matrix.', {
  label: text('ATT&CK id, e.g. `TA0001`'),
  shortName: text('its name in layers, e.g. `initial-access`'),
  name: text('its name'),
  parents: count('techniques that stand in it and are no sub-techniques'),
  subtechniques: count('sub-techniques that stand in it'),
  techniques: list(
    text('ATT&CK id of a technique'),
    'all of them: techniques by name, each followed by its sub-techniques, those by id',
  ),
});
export type MatrixTactic = Of<typeof MatrixTactic>;

const MatrixTechnique = shape('MatrixTechnique', 'A technique or sub-technique of a matrix.', {
  label: text('ATT&CK id, e.g. `T1059.001`'),
  name: text('its name'),
  parent: optional(text('of a sub-technique, the ATT&CK id of its technique')),
  platforms: list(text('a platform'), 'what it works on, as its source spells it'),
});
export type MatrixTechnique = Of<typeof MatrixTechnique>;

const DomainMatrix = shape('DomainMatrix', 'The matrix of a domain.', {
  domain: text(
    '`enterprise-attack`, `mobile-attack`, `ics-attack`, or the id of a matrix that a source has of its own',
  ),
  name: text('its title, e.g. `Enterprise ATT&CK`'),
  release: optional(
    text('release of ATT&CK that it is of, e.g. `18.1`; absent where the source does not say'),
  ),
  parents: count('techniques that are no sub-techniques, each once'),
  subtechniques: count('sub-techniques, each once'),
  tactics: list(MatrixTactic, 'in the order of the matrix; also those in which nothing is left'),
  techniques: list(MatrixTechnique, 'each once, however many tactics it stands in, by ATT&CK id'),
});
export type DomainMatrix = Of<typeof DomainMatrix>;

export const MatrixAnswer = shape(
  'MatrixAnswer',
  'Tactics and techniques as the matrices in view have them.',
  {
    platforms: list(text('a platform'), 'only what works on one of these; empty for all'),
    matrices: list(
      DomainMatrix,
      'one for each domain in view: Enterprise, Mobile, ICS, then those of others. A technique without an ATT&CK id is in none',
    ),
  },
);
export type MatrixAnswer = Of<typeof MatrixAnswer>;
