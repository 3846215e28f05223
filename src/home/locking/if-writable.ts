import { FoeprintError } from '../../facts/index.ts';

/** Waits for something that comes after what was to be stored, and does not refuse what is stored where it cannot be written. */
export async function ifWritable(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof FoeprintError)) throw error;
  }
}
