import type { LoadedSource } from '../api/answers.ts';
import { several } from './count.ts';

/** What answers are from, in short: `ATT&CK 18.1 and 8 galaxy clusters`. */
export function sayScope(loaded: readonly Pick<LoadedSource, 'kind' | 'standing' | 'release'>[]): string {
  const inView = loaded.filter(({ standing }) => standing === 'in-view');
  const attack = inView.filter(({ kind }) => kind === 'attack');
  const releases = [...new Set(attack.map(({ release }) => release).filter((each) => each !== undefined))];
  const galaxies = inView.filter(({ kind }) => kind === 'galaxy').length;
  const others = inView.length - attack.length - galaxies;
  const parts = [
    attack.length === 0 ? '' : `ATT&CK ${releases.join(' and ')}`.trim(),
    galaxies === 0 ? '' : several(galaxies, 'galaxy cluster'),
    others === 0 ? '' : several(others, 'other source'),
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'nothing: no source is loaded' : joined(parts);
}

/** `a`, `a and b`, `a, b and c`. */
export function joined(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}
