import { expect, test } from 'vitest';
import { looksIn, platformsOfRule, ruleLogSourcesFor } from '../../../src/threat/index.ts';

test.for<readonly [string, string, readonly string[]]>([
  ['WinEventLog:Sysmon', 'EventCode=1', ['windows/process_creation', 'windows//sysmon']],
  [
    'WinEventLog:Sysmon',
    'EventCode=3, 22',
    ['windows/network_connection', 'windows/dns_query', 'windows//sysmon'],
  ],
  ['WinEventLog:Sysmon', 'EventCode=11', ['windows/file_event', 'windows//sysmon']],
  ['WinEventLog:Security', 'EventCode=4688', ['windows/process_creation', 'windows//security']],
  ['WinEventLog:Security', 'EventCode=4624', ['windows//security']],
  ['auditd:SYSCALL', 'execve', ['linux//auditd', 'linux/process_creation']],
  ['AWS:CloudTrail', 'AssumeRole', ['aws//cloudtrail']],
  ['Persona', 'None', []],
  ['WinEventLog:Sysmon', ' '.repeat(200_000), ['windows//sysmon']],
])('%s, %s is read by rules for', ([name, channel, expected]) => {
  expect(
    ruleLogSourcesFor(name, channel).map(({ product = '', category = '', service }) =>
      [product, category, ...(service === undefined ? [] : [service])].join('/'),
    ),
  ).toEqual(expected);
});

test.for<readonly [object, readonly string[] | undefined]>([
  [{ product: 'windows', category: 'process_creation' }, ['Windows']],
  [{ product: 'Azure', service: 'signinlogs' }, ['Identity Provider']],
  [{ product: 'azure', service: 'activitylogs' }, ['IaaS']],
  [{ category: 'proxy' }, undefined],
])('a rule with %o sees %o', ([rule, platforms]) => {
  expect(platformsOfRule(rule)).toEqual(platforms);
});

test('a rule looks where another place leaves it open', () => {
  const rule = { product: 'windows', category: 'process_creation' };
  expect(looksIn(rule, { category: 'process_creation' })).toBe(true);
  expect(looksIn(rule, { product: 'windows', service: 'security' })).toBe(false);
});
