/** Where checks keep what takes long to make. */
export function cacheFolder(): string;
