import { expect, test } from 'vitest';
import { groupMentions, groupsStated, reportNames } from '../../../src/analysis/index.ts';
import { nameFinder } from '../../../src/reading/index.ts';
import { hasRealData, hasRealFiles, realBytes } from '../../support/real-data.ts';
import { realKnowledge } from '../../support/real-home.ts';

const REPORTS = 'reports-bench/annoctr.docs.jsonl.gz';

interface Labelled {
  readonly title: string;
  readonly text: string;
  readonly groups: readonly string[];
  readonly groups_optional?: readonly string[];
}

test.runIf(hasRealData && hasRealFiles(REPORTS))(
  'of groups in reports as many are right as `npm run bench -- reports` measured',
  async () => {
    const view = (await realKnowledge()).view();
    const find = nameFinder(reportNames(view));
    let [right, wrong, missed] = [0, 0, 0];
    for (const line of realBytes(REPORTS).toString().trim().split('\n')) {
      const report = JSON.parse(line) as Labelled;
      const { groups } = groupsStated(report, [], groupMentions(view, find(report.text)));
      const terms = groups.flatMap(({ candidates }) => candidates.map(({ term }) => term));
      const ids = new Set(terms.map((term) => view.catalogue.label(term)).filter((label) => label !== ''));
      const isRight = (id: string): boolean => report.groups.includes(id);
      right += [...ids].filter(isRight).length;
      wrong += [...ids].filter((id) => !isRight(id) && report.groups_optional?.includes(id) !== true).length;
      missed += report.groups.filter((id) => !ids.has(id)).length;
    }
    expect((2 * right) / (2 * right + wrong + missed)).toBeGreaterThan(0.88);
  },
);
