import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { expect, onTestFinished, test } from 'vitest';
import { holderIn, isGone } from '../../src/home/locking/lock-holder.ts';

test.runIf(process.platform === 'linux')(
  'a process that has ended and that nobody took notice of is gone',
  async () => {
    // The shell becomes another program, which never asks what became of the child that it did not start.
    const parent = spawn('sh', ['-c', 'cat <&3 & echo $!; exec sleep 30'], {
      stdio: ['ignore', 'pipe', 'ignore', 'pipe'],
    });
    onTestFinished(() => void parent.kill('SIGKILL'));
    const [line] = (await once(parent.stdout ?? expect.fail(), 'data')) as [Buffer];
    const id = Number(line.toString());
    const status = (): readonly string[] => readFileSync(`/proc/${String(id)}/stat`, 'utf8').split(' ');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const text = [id, hostname(), `${boot} ${status()[21] ?? ''}`].join('\n');
    expect(isGone(await holderIn(text, Date.now()))).toBe(false);
    process.kill(id, 'SIGKILL');
    await expect.poll(() => status()[2]).toBe('Z');
    expect(isGone(await holderIn(text, Date.now()))).toBe(true);
  },
);
