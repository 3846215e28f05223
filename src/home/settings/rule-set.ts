import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { RuleSet } from '../../desk/index.ts';
import type { RuleFile } from '../../reasoning/index.ts';
import { PACKS } from '../packs.ts';
import { refusal } from '../issues.ts';
import type { RuleSettings } from './config.ts';

/**
 * Reads the rule packs and files that the settings name.
 *
 * @throws FoeprintError H530 for a pack or file that is not there
 */
export async function readRuleSet(rules: RuleSettings): Promise<RuleSet> {
  const files = [...rules.packs.map((pack) => join(PACKS, `${basename(pack)}.dl`)), ...rules.files];
  return {
    files: await Promise.all(files.map(readRuleFile)),
    settings: { switches: rules.switches, weights: rules.weights },
  };
}

async function readRuleFile(file: string): Promise<RuleFile> {
  try {
    // Named without its folder: the key of what was derived must not depend on where the product is installed.
    return { file: basename(file), text: await readFile(file, 'utf8') };
  } catch {
    throw refusal('rules-not-found', `The rule file \`${file}\` cannot be read.`, { file });
  }
}
