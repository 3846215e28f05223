import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Whether a small file system can be had here: only root can mount one, on Linux. */
export const CAN_MOUNT = canMount();

/** A disk of a size, which can be given another. */
export interface SmallDisk {
  /** @param size as `mount` takes it, e.g. `64k` */
  readonly resize: (size: string) => void;
}

/** Makes a folder a small disk until the test is over. */
export function smallDisk(folder: string, size: string): SmallDisk {
  mkdirSync(folder);
  mount(folder, `size=${size}`);
  onTestFinished(() => {
    execFileSync('umount', ['-l', folder]);
  });
  return { resize: (next) => mount(folder, `remount,size=${next}`) };
}

function mount(folder: string, options: string): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'ignore' });
}

function canMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'foeprint-test-'));
  try {
    mount(folder, 'size=64k');
    execFileSync('umount', ['-l', folder]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
