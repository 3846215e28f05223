import { deskOf, loadSource, openHome } from '../../src/home/index.ts';
import { deskOptions, PREPARED_DESKS } from './real-desks.ts';
import { LOADED_AT } from './loaded-at.ts';
import { realFile, REAL_HOME_FILES } from './real-data.ts';

/** Makes the home whose knowledge tests share in a folder that is there. */
export async function makeRealHome(folder: string): Promise<void> {
  const home = await openHome({ home: folder, cwd: folder });
  for (const file of REAL_HOME_FILES) await loadSource(home, realFile(file), { loadedAt: LOADED_AT });
  for (const desk of PREPARED_DESKS) await deskOf(home, deskOptions(desk));
  await home.close();
}
