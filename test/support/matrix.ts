import type { AttackMatrix } from '../../src/threat/index.ts';

/** A matrix of invented techniques, in which the layers of `layers.ts` have a place. */
export const officeMatrix: AttackMatrix = {
  domain: 'enterprise-attack',
  name: 'Example Office Matrix',
  release: '18.1',
  tactics: [
    {
      id: 'TA9001',
      shortName: 'filing',
      name: 'Filing',
      techniques: [
        {
          id: 'T9001',
          name: 'Paper Shuffling',
          subtechniques: [
            { id: 'T9001.001', name: 'Fanning' },
            { id: 'T9001.002', name: 'Carbon Copies' },
          ],
        },
        { id: 'T9003', name: 'Drawer Left Open', subtechniques: [] },
        { id: 'T9004', name: 'Unreasonably Long Name for a Technique of Filing', subtechniques: [] },
      ],
    },
    {
      id: 'TA9002',
      shortName: 'shredding',
      name: 'Shredding & Disposal of Everything That Was Ever Filed',
      techniques: [
        { id: 'T9001', name: 'Paper Shuffling', subtechniques: [{ id: 'T9001.002', name: 'Carbon Copies' }] },
        { id: 'T9002', name: 'Confetti', subtechniques: [] },
      ],
    },
  ],
};
