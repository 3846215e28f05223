import { noticesOfSources, type Desk } from '../../src/desk/index.ts';
import type { Document } from '../../src/render/index.ts';
import { profileDocument } from '../../src/report/index.ts';
import { documentOf } from '../../src/workbench/index.ts';
import { groupProfile, type ProfileSearch } from '../../src/workbench/groups/profile.ts';
import { enveloped } from './enveloped.ts';

/** A group's profile for people, which rests on all sources in view. */
export function profileReport(desk: Desk, name: string, search?: ProfileSearch): Document {
  const sources = desk.view.sources.map(({ id, name: called }) => ({ id, name: called }));
  const envelope = enveloped(groupProfile(desk, name, search), {
    sources,
    notices: noticesOfSources(desk.view.sources),
  });
  return documentOf({ document: profileDocument }, envelope);
}
