import { type RawObject, bundle, idOf, object, relationship } from './world/build.ts';

/** Text that would write the title of a terminal, clear it, colour it, reorder it and hide what follows. */
export const STEERED = 'steered \u001b]0;owned\u0007\u001b[2J\u009b31m \u202etxt.exe\u2066\u200b\u00ad\ufeff';

/** Everything that a source can say, said with text that steers a terminal. */
export function sayHostile(): {
  readonly bundle: RawObject;
  readonly layer: RawObject;
  readonly organisation: string;
} {
  const references = (label: string): RawObject => ({
    external_references: [
      { source_name: 'mitre-attack', external_id: label, url: `https://attack.example/${label}` },
      { source_name: STEERED, description: STEERED, url: `https://steered.example/${encodeURI(STEERED)}` },
      { source_name: STEERED, description: STEERED, url: `javascript:${STEERED}` },
    ],
  });
  const said = (label: string): RawObject => ({
    name: `${label} ${STEERED}`,
    description: `${STEERED}\n\nIt targets the energy sector in France. (Citation: ${STEERED})`,
    ...references(label),
  });
  const id = {
    group: idOf('intrusion-set', 901),
    other: idOf('intrusion-set', 902),
    tool: idOf('malware', 903),
    technique: idOf('attack-pattern', 904),
    defence: idOf('course-of-action', 905),
    sector: idOf('identity', 906),
  };
  const uses = (number: number, from: string, to: string, relation = 'uses'): RawObject =>
    relationship(number, from, relation, to, { description: STEERED, ...references('X') });
  return {
    bundle: bundle(
      object('x-mitre-tactic', 900, { ...said('TA9901'), x_mitre_shortname: 'steering' }),
      object('intrusion-set', 901, {
        ...said('G9901'),
        aliases: [STEERED, `${STEERED} too`],
        primary_motivation: STEERED,
      }),
      object('intrusion-set', 902, { ...said('G9902'), first_seen: STEERED }),
      object('malware', 903, { ...said('S9901'), is_family: true, x_mitre_platforms: [STEERED] }),
      object('attack-pattern', 904, {
        ...said('T9901'),
        x_mitre_platforms: [STEERED, 'Windows'],
        kill_chain_phases: [{ kill_chain_name: 'mitre-attack', phase_name: 'steering' }],
      }),
      object('course-of-action', 905, said('M9901')),
      object('identity', 906, { ...said('energy'), identity_class: 'class', sectors: ['energy', STEERED] }),
      object('marking-definition', 907, {
        definition_type: 'statement',
        definition: { statement: `Copyright ${STEERED}` },
      }),
      uses(910, id.group, id.technique),
      uses(911, id.group, id.tool),
      uses(912, id.tool, id.technique),
      uses(913, id.other, id.tool),
      uses(914, id.defence, id.technique, 'mitigates'),
      uses(915, id.group, id.sector, 'targets'),
    ),
    layer: {
      name: STEERED,
      versions: { layer: '4.5', navigator: '5.1.0', attack: '18' },
      domain: 'enterprise-attack',
      description: STEERED,
      techniques: [
        { techniqueID: 'T9901', score: 1, comment: STEERED, metadata: [{ name: STEERED, value: STEERED }] },
        { techniqueID: 'T9004', score: 2, comment: STEERED, links: [{ label: STEERED, url: STEERED }] },
      ],
    },
    organisation: `name: ${JSON.stringify(`Steel ${STEERED}`)}\nsectors: [energy, ${JSON.stringify(STEERED)}]\ncountries: [FR]\nplatforms: [Windows]\n`,
  };
}
