/** How much of a source we take in. */
export interface Limits {
  /** Most bytes of one source, before and after decompression. Default 512 MiB less 1 KiB: Node's longest string. */
  readonly maximumBytes: number;
  /**
   * Most bytes that one compressed byte may become. Default 200; JSON bundles reach 5 to 50, bombs 1000 and more.
   * Not applied to results under 16 MiB.
   */
  readonly maximumRatio: number;
  /** Most files taken from one archive. Default 20,000. */
  readonly maximumFiles: number;
}

const MEBIBYTE = 1024 * 1024;

export const DEFAULT_LIMITS: Limits = {
  maximumBytes: 512 * MEBIBYTE - 1024,
  maximumRatio: 200,
  maximumFiles: 20_000,
};

/** Below this many bytes a high ratio is harmless. */
const HARMLESS_BYTES = 16 * MEBIBYTE;

/** Most bytes that so many compressed ones may become. */
export function mostUnpacked(compressed: number, limits: Limits): number {
  return Math.min(limits.maximumBytes, Math.max(HARMLESS_BYTES, compressed * limits.maximumRatio));
}

/** A size as people read it: `34.1 MB` (decimal units). */
export function formatBytes(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB'];
  let [size, unit] = [bytes, 0];
  for (; size >= 1000 && unit < units.length - 1; unit++) size /= 1000;
  return `${unit === 0 ? size : size.toFixed(1)} ${units[unit] ?? ''}`;
}
