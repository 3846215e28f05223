import type { SigmaAnswer } from '../../answers/index.ts';
import { dataTable, type DataTable } from '../../render/index.ts';
import { thingColumns } from '../words.ts';

/** A pack as tables: techniques with their rules, rules, tags of other releases, and what is left out. */
export function sigmaTables({
  techniques,
  rules,
  carried,
  left,
  drafts,
  undrafted,
}: SigmaAnswer): readonly DataTable[] {
  const index = techniques.flatMap((each) => {
    const own = rules.filter((rule) => rule.techniques.includes(each.technique.label));
    return (own.length === 0 ? [undefined] : own).map((rule) => ({ ...each, rule }));
  });
  return [
    dataTable('Index', index, {
      ...thingColumns('technique'),
      rule: ({ rule }) => rule?.title,
      'rule id': ({ rule }) => rule?.id,
      level: ({ rule }) => rule?.level,
      file: ({ rule }) => rule?.path,
      near: ({ near }) => near.join('; '),
    }),
    dataTable('Rules', rules, {
      rule: ({ title }) => title,
      id: ({ id }) => id,
      status: ({ status }) => status,
      level: ({ level }) => level,
      product: ({ looksIn }) => looksIn.product,
      category: ({ looksIn }) => looksIn.category,
      service: ({ looksIn }) => looksIn.service,
      techniques: ({ techniques: own }) => own.join('; '),
      file: ({ path }) => path,
      'file in the library': ({ file }) => file,
    }),
    dataTable('Tags', carried, {
      tag: ({ from }) => from,
      'in view': ({ to }) => to.join('; '),
      standing: ({ standing }) => standing,
      reason: ({ reason }) => reason,
      files: ({ files }) => files,
    }),
    dataTable('Drafts', drafts, {
      ...thingColumns('technique'),
      product: ({ product }) => product,
      category: ({ category }) => category,
      'rule id': ({ id }) => id,
      file: ({ path }) => path,
      tests: ({ tests }) => tests.map(({ guid }) => guid).join('; '),
      analytics: ({ analytics }) => analytics.join('; '),
      'events proven on': ({ proven }) => proven,
      'other events': ({ others }) => others,
      'other events matched': ({ othersMatched }) => othersMatched,
    }),
    dataTable('No draft', undrafted, {
      ...thingColumns('technique'),
      reason: ({ reason }) => reason,
      'analytics look in': ({ analytics }) =>
        analytics.map(({ analytic, logs }) => `${analytic}: ${logs.join(', ')}`).join('; '),
    }),
    dataTable('Left out', left, {
      rule: ({ title }) => title,
      id: ({ id }) => id,
      techniques: ({ techniques: own }) => own.join('; '),
      reason: ({ reason }) => reason,
      'file in the library': ({ file }) => file,
    }),
  ];
}
