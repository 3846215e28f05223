import { deterministicId } from '../../facts/index.ts';

/** A STIX object as it is written. */
export type StixObject = Readonly<Record<string, unknown>>;

/** When the objects below were first made. */
const SINCE = '2026-11-01T00:00:00.000Z';

/** When their descriptions were last worded otherwise: one version of a STIX object has one content. */
const REWORDED = '2026-11-28T00:00:00.000Z';

/** Who stands behind the extension, and behind exports that name nobody else. */
export const FOEPRINT_IDENTITY: StixObject = {
  type: 'identity',
  spec_version: '2.1',
  id: deterministicId('identity', 'foeprint'),
  created: SINCE,
  modified: REWORDED,
  name: 'Foeprint',
  description:
    'Foeprint, a threat-actor profiling workbench: knowledge that its rules derived from what sources report.',
  identity_class: 'system',
};

/** An identity for whoever's export it is; the same name and class give the same object, whenever it is made. */
export function identityOf(name: string, identityClass: string): StixObject {
  return {
    type: 'identity',
    spec_version: '2.1',
    id: deterministicId('identity', identityClass, name),
    created: SINCE,
    modified: SINCE,
    name,
    identity_class: identityClass,
  };
}

/** Id of the extension that says how a relationship was derived. */
export const DERIVATION_EXTENSION_ID = deterministicId('extension-definition', 'derivation', '1');

/** What the extension adds to a relationship. Published as docs/reference/derivation-extension.schema.json too. */
export const DERIVATION_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Foeprint derivation',
  description: 'How a relationship was derived from other knowledge. No source reports it.',
  type: 'object',
  properties: {
    extension_type: { const: 'property-extension' },
    rules: {
      description: 'Names of the rules that derive the relationship, each once.',
      type: 'array',
      items: { type: 'string' },
      minItems: 1,
      uniqueItems: true,
    },
    derivations: {
      description: 'Every way in which a rule derives it.',
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        properties: {
          rule: { type: 'string' },
          premises: {
            description: 'What the derivation rests on, in the order of the rule.',
            type: 'array',
            items: {
              oneOf: [
                {
                  type: 'object',
                  properties: {
                    told_refs: {
                      description:
                        'The objects of the sources that report the premise: any one of them suffices.',
                      type: 'array',
                      items: { $ref: '#/$defs/identifier' },
                      minItems: 1,
                    },
                  },
                  required: ['told_refs'],
                  additionalProperties: false,
                },
                {
                  type: 'object',
                  properties: {
                    derived_ref: {
                      description: 'The derived relationship that is the premise.',
                      $ref: '#/$defs/identifier',
                    },
                  },
                  required: ['derived_ref'],
                  additionalProperties: false,
                },
              ],
            },
          },
        },
        required: ['rule', 'premises'],
        additionalProperties: false,
      },
    },
    proof_count: {
      description: 'How many proofs there are, down to reported facts, in decimal digits.',
      type: 'string',
      pattern: '^[0-9]+$',
    },
    proof_count_is_exact: {
      description: 'False where there are at least that many.',
      type: 'boolean',
    },
  },
  required: ['extension_type', 'rules', 'derivations', 'proof_count', 'proof_count_is_exact'],
  additionalProperties: false,
  $defs: {
    identifier: {
      type: 'string',
      pattern: '^[a-z][a-z0-9-]+--[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
    },
  },
} as const;

/** The extension's definition, as every bundle with derived relationships carries it. */
export const DERIVATION_EXTENSION: StixObject = {
  type: 'extension-definition',
  spec_version: '2.1',
  id: DERIVATION_EXTENSION_ID,
  created_by_ref: FOEPRINT_IDENTITY['id'],
  created: SINCE,
  modified: REWORDED,
  name: 'Foeprint derivation',
  description:
    'Marks a relationship that rules derived and no source reports, and says from what: the rules, the premises of every derivation, the number of proofs.',
  schema: JSON.stringify(DERIVATION_SCHEMA),
  version: '1.0.1',
  extension_types: ['property-extension'],
};
