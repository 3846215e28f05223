import { placeName } from '../../acquisition/index.ts';
import { flag, option, OrgKeepAnswer, path } from '../../answers/index.ts';
import { FoeprintError, issueOf, strictestLevel, type MarkingLevel } from '../../facts/index.ts';
import {
  inventoryId,
  keepCoverage,
  keepOrganisation,
  readCoverage,
  readOrganisation,
  readSentOrganisation,
  withNames,
  type CoverageFiles,
  type Home,
} from '../../home/index.ts';
import { orgKeepDocument } from '../../report/index.ts';
import { count, defined } from '../../text/index.ts';
import type { CoverageInventory, KeptOrganisation } from '../../threat/index.ts';
import { countedInventory } from '../../workbench/index.ts';
import { action } from '../action.ts';
import { ACTION_ISSUES } from '../issues.ts';
import { levelNamed } from '../level-named.ts';
import { issuesNamed } from '../sources/loading.ts';

export const orgKeep = action({
  name: 'org keep',
  role: 'analyst',
  summary: 'keep an organisation in the home: questions are about it where nobody else is named',
  details:
    'Reads `org.yaml` as `--org` does (docs/organisation.md), and keeps what was understood, in the place of what was kept before; later changes of the file are not seen until it is kept again. What its coverage files say is kept as coverage under its name, as `coverage import` keeps it. `--org FILE` goes before it, and so does an `org.yaml` in this folder or one above it; `--org none` asks for nobody.',
  given: {
    file: path('<file>', 'the organisation: org.yaml'),
    tlp: option('--tlp <level>', 'how far it may go: clear, green, amber, amber+strict or red', {
      fallback: 'unmarked',
    }),
    lenient: flag('--lenient', 'leave out what is not understood of it, in place of refusing it'),
  },
  answer: OrgKeepAnswer,
  hasTables: true,
  examples: [
    { line: 'org keep org.yaml', label: 'every shell then answers for it' },
    { line: 'org keep org.yaml --tlp amber', label: 'for those alone who are cleared for it' },
  ],
  run: async ({ file, tlp, lenient }, { home, asNamed = false, bound, signs }) => {
    const level = levelNamed(tlp);
    const { limits } = home.config;
    signs.progress(`reading ${file}`);
    const { organisation, issues } = asNamed
      ? await readSentOrganisation(file, limits)
      : await readOrganisation(file, limits);
    const faults = issues.filter(({ severity }) => severity === 'error');
    // Answers for another organisation than the one described would be taken for right.
    if (faults.length > 0 && !lenient)
      throw new FoeprintError([
        ...issues,
        issueOf(ACTION_ISSUES.misreadOrganisation, `${count(faults.length, 'mistake')} in it.`, { file }),
      ]);
    const named = asNamed ? [] : organisation.controls.coverage;
    const notSent = organisation.controls.coverage.slice(named.length);
    const coverage = await readCoverage(named, { limits });
    signs.progress('');
    const now = new Date().toISOString();
    const misread = faults.map(({ message }) => message);
    const kept: KeptOrganisation = {
      organisation: {
        ...organisation,
        controls: {
          ...organisation.controls,
          coverage: named.map(placeName),
        },
        ...(misread.length === 0 ? {} : { misread }),
      },
      file: placeName(file),
      keptAt: now,
      ...defined({ level }),
    };
    const { isNew, before } = await keepOrganisation(home.paths.organisation, kept, bound);
    const inventory = await keepCovered(home, kept, named, coverage);
    return {
      answer: {
        isNew,
        kept: isNew ? kept : (before ?? kept),
        ...defined({
          before: before?.organisation.name,
          coverage: inventory === undefined ? undefined : countedInventory(inventory),
        }),
        issues: issuesNamed([
          ...issues,
          ...notSent.map((each) =>
            issueOf(ACTION_ISSUES.coverageNotSent, `\`${each}\` was not sent with it.`, { file }),
          ),
          ...coverage.issues,
        ]),
      },
      level: strictestLevel([level, before?.level, inventory?.level]),
    };
  },
  document: orgKeepDocument,
});

/** Keeps what coverage files say under the name of the organisation, from today on. */
async function keepCovered(
  home: Home,
  { organisation: { name }, keptAt, level }: KeptOrganisation,
  places: readonly string[],
  { claims, logSources, formats, coverage }: CoverageFiles,
): Promise<CoverageInventory | undefined> {
  if (claims.length + logSources.length === 0) return undefined;
  const marking: MarkingLevel | undefined = strictestLevel([level, coverage.marking]);
  const content = {
    name,
    date: keptAt.slice(0, 10),
    claims: withNames(places, claims),
    logSources: withNames(places, logSources),
    ...defined({ level: marking }),
  };
  const inventory = { id: inventoryId(content), importedAt: keptAt, formats, ...content };
  await keepCoverage(home.paths.coverage, inventory);
  return inventory;
}
