import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { hasRealFiles, realDocument } from '../support/real-data.ts';
import {
  attackNumber,
  killChainNamed,
  namesAttack,
  numberInAddress,
  numberInName,
  pageOfNumber,
  tacticShortName,
} from '../../src/threat/index.ts';

test.for([
  'mitre-attack',
  'mitre-ics-attack',
  'Mitre-Attack',
  'MITRE ATT&CK',
  'MITRE ATT&CK®',
  'MITRE ATT&CK (Enterprise)',
  'MITRE ATT&amp;CK v18',
  'ATT&CK',
  'ATTCK',
  'attack',
  'mitre',
  'enterprise-attack',
  'mitre_attack_mobile',
  'mitre-attack-enterprise',
  'attack.mitre.org',
  'MitreAttack',
  'MITRE ATT&CK for ICS',
])('%s names ATT&CK', (name) => {
  expect(namesAttack(name)).toBe(true);
});

test.for([
  '',
  'mitre-atlas',
  'mitre-engage',
  'mitre-mbc',
  'mitre-cwe',
  'capec',
  'cve',
  'MITRE Copernicus',
  'Symantec Attacks Against Government Sector',
  'Attackify Rundll32.exe Obscurity',
  'enterprise',
  'rattack',
  `MITRE ${' '.repeat(100)}ATT&CK`,
])('“%s” does not', (name) => {
  expect(namesAttack(name)).toBe(false);
});

test.for([
  ['attack-pattern', 'T9001', 'T9001'],
  ['attack-pattern', ' t9001.002 ', 'T9001.002'],
  ['attack-pattern', 'T9001/002', 'T9001.002'],
  ['attack-pattern', 'T90011', ''],
  ['attack-pattern', 'AML.T9001', ''],
  ['attack-pattern', 'TA9001', ''],
  ['course-of-action', 'T9001', ''],
  ['threat-actor', 'G9001', 'G9001'],
  ['tool', 'S9001', 'S9001'],
  ['x-foeprint-assertion', 'AS-00000000', ''],
  ['report', 'T9001', ''],
] as const)('of %s the number in “%s” is “%s”', ([type, text, number]) => {
  expect(attackNumber(type, text)).toBe(number);
});

test.for([
  ['attack-pattern', 'https://attack.mitre.org/techniques/T9001/002', 'T9001.002'],
  ['attack-pattern', 'https://attack.mitre.org/techniques/T9001/002/', 'T9001.002'],
  ['attack-pattern', 'https://attack.mitre.org/versions/v16/techniques/T9001/', 'T9001'],
  ['attack-pattern', 'https://attack.mitre.org/wiki/Technique/T9001', 'T9001'],
  ['attack-pattern', 'https://attack.mitre.org/techniques/T9001#examples', 'T9001'],
  ['intrusion-set', 'attack.mitre.org/groups/G9001', 'G9001'],
  ['intrusion-set', 'https://attack.mitre.org/techniques/T9001', ''],
  ['attack-pattern', 'https://attack.mitre.org/techniques/T90012', ''],
  ['attack-pattern', 'https://evil.example/techniques/T9001', ''],
] as const)('of %s the number in %s is “%s”', ([type, address, number]) => {
  expect(numberInAddress(type, address)).toBe(number);
});

test.for([
  ['attack-pattern', 'T9001', 'T9001', 'T9001'],
  ['attack-pattern', 'T9001.002 - Burrowing', 'T9001.002', 'Burrowing'],
  ['attack-pattern', 'T9001.002: Burrowing', 'T9001.002', 'Burrowing'],
  ['attack-pattern', 'T9001.002 Burrowing', 'T9001.002', 'Burrowing'],
  ['attack-pattern', '[T9001/002] Burrowing', 'T9001.002', 'Burrowing'],
  ['attack-pattern', 'Burrowing - T9001.002', 'T9001.002', 'Burrowing'],
  ['attack-pattern', 'Burrowing (T9001.002)', 'T9001.002', 'Burrowing'],
  ['malware', 'BADGERDROP – S9001', 'S9001', 'BADGERDROP'],
] as const)('the name of %s “%s” has %s and is otherwise “%s”', ([type, text, number, name]) => {
  expect(numberInName(type, text)).toEqual({ number, name });
});

test.for([
  ['attack-pattern', 'T90012'],
  ['attack-pattern', 'T9001.0023'],
  ['attack-pattern', 'Like T9001 but worse'],
  ['attack-pattern', 'T9001/T9002'],
  ['malware', 'BS2005'],
  ['intrusion-set', 'TA9001'],
  ['intrusion-set', 'Digging - T9001'],
  ['x-mitre-detection-strategy', 'Detect Digging (T9001)'],
  ['attack-pattern', `Digging${' '.repeat(100_000)}T9001`],
] as const)('the name of %s “%s” has none that is meant', ([type, text]) => {
  expect(numberInName(type, text)).toBeUndefined();
});

test.for([
  ['mitre-ics-attack', 'mitre-ics-attack'],
  ['MITRE ATT&CK', 'mitre-attack'],
  ['enterprise-attack', 'mitre-attack'],
  ['mobile-attack', 'mitre-mobile-attack'],
  ['MITRE ATT&CK for ICS', 'mitre-ics-attack'],
  ['lockheed-martin-cyber-kill-chain', 'lockheed-martin-cyber-kill-chain'],
] as const)('the kill chain %s is %s', ([text, name]) => {
  expect(killChainNamed(text)).toBe(name);
});

test.for(['initial-access', 'Initial Access', 'initial_access', ' INITIAL-ACCESS '])(
  '%s is a short name',
  (text) => {
    expect(tacticShortName(text)).toBe('initial-access');
  },
);

test.for([
  ['attack-pattern', 'T1566', 'https://attack.mitre.org/techniques/T1566'],
  ['attack-pattern', 'T1566.001', 'https://attack.mitre.org/techniques/T1566/001'],
  ['intrusion-set', 'G0007', 'https://attack.mitre.org/groups/G0007'],
  ['threat-actor', 'G0007', 'https://attack.mitre.org/groups/G0007'],
  ['tool', 'S0154', 'https://attack.mitre.org/software/S0154'],
  ['x-mitre-detection-strategy', 'DET0001', 'https://attack.mitre.org/detectionstrategies/DET0001'],
  ['x-mitre-analytic', 'AN0001', undefined],
  ['x-foeprint-assertion', 'AS-0123ABCD', undefined],
  ['x-foeprint-control', 'AC-2', undefined],
  ['intrusion-set', '', undefined],
  ['intrusion-set', 'G0007/../../evil.example', undefined],
  ['attack-pattern', 'https://evil.example/T1566', undefined],
  ['course-of-action', 'T1566', undefined],
] as const)('the page of the %s %s is %s', ([type, number, page]) => {
  expect(pageOfNumber(type, number)).toBe(page);
});

const Numbered = z.object({
  type: z.string(),
  external_references: z.array(
    z.object({
      source_name: z.string(),
      external_id: z.optional(z.string()),
      url: z.optional(z.string()),
    }),
  ),
});

const RELEASE = 'attack/enterprise-attack-18.1.json.gz';
describe.runIf(hasRealFiles(RELEASE))('in a release of ATT&CK', () => {
  test('every page is the one that the thing itself refers to', () => {
    const { objects } = z.object({ objects: z.array(z.unknown()) }).parse(realDocument(RELEASE).parsed);
    const pages = objects.flatMap((object) => {
      const read = Numbered.safeParse(object);
      if (!read.success) return [];
      const own = read.data.external_references.find(({ source_name }) => source_name === 'mitre-attack');
      const page = pageOfNumber(read.data.type, own?.external_id ?? '');
      return page === undefined ? [] : [[page, own?.url]];
    });
    expect(pages.length).toBeGreaterThan(2000);
    expect(pages.filter(([page, own]) => page !== own)).toEqual([]);
  });
});
