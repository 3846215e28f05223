import { describe, expect, test } from 'vitest';
import { commandFirst } from '../../src/cli/call/global-options.ts';
import { sampleHome } from '../support/sample-home.ts';

const { run } = sampleHome();

describe('options that all commands take', () => {
  test.for([
    ['--json status', 'status --json'],
    ['--home here --json status', 'status --home here --json'],
    ['--home=here -q layer combine a', 'layer combine a --home=here -q'],
    ['-o out.html threats --org x.yaml', 'threats --org x.yaml -o out.html'],
    ['--json query -- --odd', 'query --json -- --odd'],
    ['help sightings import', 'help sightings import'],
    ['status --json', 'status --json'],
    // Nothing to put them behind.
    ['--version', '--version'],
    ['--json', '--json'],
    ['--home', '--home'],
    // No option of all commands.
    ['--org x.yaml threats', '--org x.yaml threats'],
  ])('%s → %s', ([given, meant]) => {
    expect(commandFirst((given ?? '').split(' '))).toEqual((meant ?? '').split(' '));
  });

  test('mean the same before the command and after it', async () => {
    const behind = await run('status', '--json');
    expect(behind.exitCode).toBe(0);
    expect(await run('--json', 'status')).toEqual(behind);
  });
});
