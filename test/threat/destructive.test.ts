import fc from 'fast-check';
import { expect, test } from 'vitest';
import { destructiveReasons } from '../../src/threat/index.ts';

const HARM = [
  'vssadmin.exe delete shadows /all /quiet',
  'wmic.exe shadowcopy delete',
  'Get-WmiObject Win32_Shadowcopy | ForEach-Object {$_.Delete();}',
  'bcdedit.exe /set {default} recoveryenabled no',
  'format d: /q',
  'dd of=/dev/sda if=/dev/zero count=1',
  'mkfs.ext4 /dev/sdb1',
  'rm -rf /',
  'rm -r -f ~/',
  'cd /tmp\nrm -rf /*',
  'Remove-Item -Recurse -Force C:\\',
  'shutdown /r /t 1',
  'sudo reboot',
  'Restart-Computer -Force',
  'wevtutil cl System',
  'fsutil usn deletejournal /d C:',
  'userdel -r heron',
  'net user heron /delete',
  'aws ec2 terminate-instances --instance-ids i-1',
  'az group delete --name shore',
  'kubectl delete namespace shore',
];

const NO_HARM = [
  'vssadmin.exe create shadow /for=C:',
  'vssadmin list shadows',
  '(gwmi -list win32_shadowcopy).Create("C:\\","ClientAccessible")',
  'rm -rf /tmp/heron',
  'rm -f ~/notes.txt',
  'Remove-Item $env:TEMP\\heron.txt -Force',
  'Remove-Item C:\\Users\\heron\\one.txt',
  'echo format: {0}',
  '"{0}" -format d',
  'net user heron password /add',
  'aws iam list-users',
  'kubectl get pods',
  'reg add HKCU\\Software\\Heron',
];

const about = (command: string) => ({ technique: 'T9001', tactics: ['execution'], commands: [command] });

test.for(HARM)('%s does harm', (command) => {
  expect(destructiveReasons(about(command))).not.toEqual([]);
});

test.for(NO_HARM)('%s does none', (command) => {
  expect(destructiveReasons(about(command))).toEqual([]);
});

test('a technique counts with all under it, a tactic whatever the technique', () => {
  expect(destructiveReasons({ technique: 'T1485.001', tactics: [], commands: [] })).toHaveLength(1);
  expect(destructiveReasons({ technique: 'T14850', tactics: [], commands: [] })).toEqual([]);
  expect(destructiveReasons({ technique: 'T9001', tactics: ['impact'], commands: [] })).toHaveLength(1);
});

test('any text is looked at, also one made of what patterns begin with', () => {
  const parts = fc.constantFrom(
    'rm -',
    'rm -r -f ',
    'bcdedit ',
    'remove-item ',
    'gcloud ',
    ' ',
    'a',
    '\n',
    'gpg -c',
  );
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 3000 }), (words) => {
      expect(Array.isArray(destructiveReasons(about(words.join(''))))).toBe(true);
    }),
    { numRuns: 50 },
  );
});
