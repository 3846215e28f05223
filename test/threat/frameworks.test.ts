import { expect, test } from 'vitest';
import { attackNumber, frameworkId, frameworkOf, frameworkSoftwareId } from '../../src/threat/index.ts';

test.for([
  ['mitre-atlas', 'AML.T9000', 'AML.T9000'],
  ['mitre-atlas', 'AML.T9000.001', 'AML.T9000.001'],
  ['MITRE ATLAS', 'AML.TA9000', 'AML.TA9000'],
  ['capec', 'CAPEC-9163', 'CAPEC-9163'],
  ['mitre-mbc', 'B9001', 'B9001'],
  ['mitre-mbc', 'E9055.m02', 'E9055.m02'],
  ['mitre-fight', 'FGT9001.002', 'FGT9001.002'],
  ['NIST 800-53 Revision 5', 'AC-2', 'AC-2'],
  ['NIST 800-53 Revision 5', 'AC-2(11)', 'AC-2(11)'],
  ['d3fend', 'D3-DIG', 'D3-DIG'],
  ['mitre-atlas', 'T9000', ''],
  ['capec', 'CWE-79', ''],
  ['Farm Gazette', 'AML.T9000', ''],
  ['Farm Gazette', 'AC-2', ''],
] as const)('%s gives the id %s: “%s”', ([source, given, id]) => {
  expect(frameworkId(source, given)).toBe(id);
  expect(attackNumber('attack-pattern', id)).toBe('');
});

test.for([
  ['atlas-atlas', '', 'ATLAS'],
  ['', 'AML.T9000', 'ATLAS'],
  ['mitre-fight', 'FGT9001', 'FiGHT'],
  ['enterprise', 'T9001', undefined],
  ['', 'TA9001', undefined],
  ['', '', undefined],
] as const)('a layer of domain “%s” with %s is of %s', ([domain, id, name]) => {
  expect(frameworkOf(domain, id)).toBe(name);
});

test.for([
  ['mitre-mbc', 'X9001', 'X9001'],
  ['mitre-mbc', 'B9001', ''],
  ['capec', 'CAPEC-9163', ''],
] as const)('of software, %s gives the id %s: “%s”', ([source, given, id]) => {
  expect(frameworkSoftwareId(source, given)).toBe(id);
});
