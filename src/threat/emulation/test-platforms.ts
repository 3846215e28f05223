import { platformNamed } from '../attack/platforms.ts';

/** Systems whose agents Caldera has, by the platforms of ATT&CK. */
export const CALDERA_SYSTEMS: Readonly<Record<string, string>> = {
  Windows: 'windows',
  Linux: 'linux',
  macOS: 'darwin',
};

/**
 * The platform of ATT&CK that a test names, as its newest releases spell it: `azure-ad` is Identity Provider, `iaas:aws` is IaaS.
 * Undefined where it is none.
 */
export function testPlatform(word: string): string | undefined {
  const [kind = ''] = word.split(':');
  return (platformNamed(word) ?? platformNamed(kind))?.name;
}
