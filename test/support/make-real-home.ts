import { openDesk } from '../../src/desk/index.ts';
import { loadSource, openHome, readRuleSet } from '../../src/home/index.ts';
import { deskOptions, PREPARED_DESKS } from './real-desks.ts';
import { LOADED_AT } from './loaded-at.ts';
import { realFile, REAL_HOME_FILES } from './real-data.ts';

/** Makes the home whose knowledge tests share in a folder that is there. */
export async function makeRealHome(folder: string): Promise<void> {
  const home = await openHome({ home: folder, cwd: folder });
  for (const file of REAL_HOME_FILES) await loadSource(home, realFile(file), { loadedAt: LOADED_AT });
  const base = await home.knowledgeBase();
  for (const { selection, rules } of PREPARED_DESKS.map(deskOptions))
    await openDesk(base.view(selection), await readRuleSet({ ...home.config.rules, ...rules }));
  await home.close();
}
