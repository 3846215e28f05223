import { values } from '../../text/index.ts';
import { CONFIG_FILE } from './config-schema.ts';

/** Every setting there is: its path, what it means and what it must be. */
export const SETTINGS = values.leavesOf(CONFIG_FILE);
