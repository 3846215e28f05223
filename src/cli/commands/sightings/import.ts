import { basename } from 'node:path';
import { importInto, sightingsImport as row } from '../../../actions/index.ts';
import { path, type SightingsImportAnswer } from '../../../answers/index.ts';
import { columnsOf } from '../../../home/index.ts';
import { mappingTemplate as templateFor } from '../../../intake/index.ts';
import { SIGHTING_INPUT_ISSUES } from '../../../sightings/index.ts';
import { contextFor, performed } from '../../call/action-command.ts';
import type { Call } from '../../call/call.ts';
import { homeCommand, type Done } from '../../call/home-command.ts';
import { writeNew } from '../../files/write-new.ts';

/** On this computer, files are also written: of what is left out, and a mapping to start from. */
export const sightingsImport = homeCommand({
  ...row,
  given: {
    ...row.given,
    mappingTemplate: path(
      '--mapping-template <file>',
      'write a mapping to start from, for the table named, and import nothing',
    ),
    rejects: path('--rejects <file>', 'write what is left out to this file, not beside the input'),
  },
  run: async ({ mappingTemplate, rejects, ...given }, call) => {
    if (mappingTemplate !== undefined) return await writeTemplate(mappingTemplate, given.places[0], call);
    const context = await contextFor(call);
    return await performed(row, given, context, async () => await importInto(given, context, rejects));
  },
});

async function writeTemplate(
  file: string,
  table: string | undefined,
  call: Call,
): Promise<Done<SightingsImportAnswer>> {
  const home = await call.home();
  const engine = async () => await (await home.sightings()).place.engine();
  const names = table === undefined ? [] : await columnsOf(table, engine, home.config.limits);
  await writeNew(file, templateFor(names), false, SIGHTING_INPUT_ISSUES.mappingExists);
  call.terminal.remark(`Written to ${file}`);
  return { answer: { release: '', inputs: [], issues: [], template: basename(file) } };
}
