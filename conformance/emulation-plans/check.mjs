import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { complaintsOf } from '../python-reader.mjs';

export const title = 'emulation plans hold by the rules of Caldera’s and emu’s loaders, read by PyYAML';

const MAIN = 'dist/bin/main.js';
const READER = 'conformance/emulation-plans/read_plans.py';
const SAMPLE = 'samples/sample-attack.json';
const REAL = {
  bundle: '../shared/data/attack/enterprise-attack-18.1.json.gz',
  atomics: '../shared/data/atomics/atomic-red-team-2026-08.tar.gz',
};

/** Commands that YAML of one version or another could take for something else. */
const COMMANDS = [
  'echo one & rem two\necho "three: four"',
  'no',
  '12:30:00',
  "- 'x'\n  y: |\n\tz",
  'a\u2028b\u0085c\u001bd\ufeffe',
  '# nothing\n\n  indented \n',
  'echo #{name} #{none}',
];

/** @param {import('../tools.mjs').Tools} tools */
export function check(tools) {
  if (!existsSync(MAIN)) return [`${MAIN} is missing: run npm run build first`];
  const folder = mkdtempSync(join(tmpdir(), 'foeprint-conformance-'));
  try {
    const own = join(folder, 'T9001.001.yaml');
    writeFileSync(own, JSON.stringify(library()));
    const plans = [planOf(folder, 'own', SAMPLE, 'G9001', own)];
    if (existsSync(REAL.bundle) && existsSync(REAL.atomics))
      for (const group of ['FIN7', 'APT29', 'Sandworm Team', 'Scattered Spider'])
        plans.push(planOf(folder, 'real', REAL.bundle, group, REAL.atomics));
    else console.warn(`SKIPPED plans of real groups: there is no ${REAL.bundle}, or no ${REAL.atomics}.`);
    return complaintsOf(tools, READER, plans);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} folder @param {string} home @param {string} bundle @param {string} group @param {string} atomics */
function planOf(folder, home, bundle, group, atomics) {
  const at = join(folder, home);
  const plan = join(folder, `plan-${group.replaceAll(' ', '-')}`);
  if (!existsSync(at)) run('load', bundle, '--home', at);
  run('emulate', group, '--atomics', atomics, '--all-tests', '--destructive', '-o', `${plan}/`, '--home', at);
  return plan;
}

/** @param {string[]} words */
function run(...words) {
  const { status, stderr } = spawnSync('node', [MAIN, ...words, '--quiet'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${words.join(' ')}: ${stderr}`);
}

function library() {
  const executors = ['command_prompt', 'powershell', 'sh', 'bash'];
  return {
    attack_technique: 'T9001.001',
    atomic_tests: COMMANDS.flatMap((command) =>
      executors.map((name) => ({
        name: `By ${name}: ${command}`,
        description: command,
        supported_platforms: name === 'sh' || name === 'bash' ? ['linux', 'macos'] : ['windows'],
        input_arguments: { name: { description: command, type: 'string', default: command } },
        dependencies: [{ description: command, prereq_command: command, get_prereq_command: command }],
        executor: { name, command, cleanup_command: command, elevation_required: name === 'sh' },
      })),
    ),
  };
}
