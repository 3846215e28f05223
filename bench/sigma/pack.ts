// How long it takes to choose the rules for a group out of SigmaHQ's, and to draft rules for every technique: `npx tsx -C @foeprint/source
// bench/sigma/pack.ts`. Budgets, taken within the run: a pack takes no longer than parsing the YAML of the library, where most files need not be
// parsed; drafts for all techniques no longer than 10 times what parsing the YAML of the tests takes, with each held against the events of all others.
import { parseAllDocuments } from 'yaml';
import { DEFAULT_LIMITS, readFiles } from '../../src/acquisition/index.ts';
import { draftsFor, loadedTarget, rulePack, techniqueUses } from '../../src/analysis/index.ts';
import { knownTo } from '../../src/desk/index.ts';
import { readRuleLibrary } from '../../src/home/files/rule-library.ts';
import { readTestLibrary } from '../../src/home/files/test-library.ts';
import { fromUtf8 } from '../../src/text/index.ts';
import { typesOf } from '../../src/threat/index.ts';
import { realDesk } from '../../test/support/real-home.ts';
import { bestOf } from '../best-of.ts';

const RULES = '../shared/data/sigma/sigmahq-rules-2026-08.tar.gz';
const TESTS = '../shared/data/atomics/atomic-red-team-2026-08.tar.gz';
const BUDGETS = { pack: 1, drafts: 10 };

const desk = await realDesk();
const { view } = desk;
const { catalogue } = view;
const target = loadedTarget(view, view, '18.1');
const { library: rules } = await readRuleLibrary(RULES, DEFAULT_LIMITS);
const { library: tests } = await readTestLibrary(TESTS, DEFAULT_LIMITS);
const group = catalogue.termOf('intrusion-set--899ce53f-13a0-479b-a0e4-67d46e241542') ?? -1;
const weights = new Map(
  techniqueUses(knownTo(desk), [group], { derived: false }).map(({ technique }) => [
    catalogue.termOf(technique.id) ?? -1,
    1,
  ]),
);
const techniques = catalogue
  .ofType(typesOf('technique'))
  .filter((term) => !catalogue.isWithdrawn(term))
  .map((term) => {
    const { id, type, name, label } = catalogue.entry(term);
    return { technique: { id, type, name, label }, weight: 1, rules: 0, near: [] };
  });

const yamlOfRules = await bestOf(() => parsed(rules.files.map(({ text }) => text)));
const { files } = await readFiles(TESTS, DEFAULT_LIMITS, (name) => /T\d{4}(?:\.\d{3})?\.ya?ml$/u.test(name));
const textsOfTests = files.map(({ bytes }) => fromUtf8(bytes));
const yamlOfTests = await bestOf(() => parsed(textsOfTests));
const reading = await bestOf(async () => (await readRuleLibrary(RULES, DEFAULT_LIMITS)).library.files.length);
const packing = await bestOf(
  () => rulePack(rules, { catalogue, weights, platforms: [], target }).rules.length,
);
const drafting = await bestOf(
  () =>
    draftsFor(techniques, {
      library: tests,
      target,
      groupsOf: () => ['G0016'],
      analyticsOf: () => [],
      dateOf: () => '2025-10-28',
    }).drafts.length,
);
if (packing.made < 500 || drafting.made < 300) throw new Error('less was made than there is');

const ratios = { pack: packing.cpu / yamlOfRules.cpu, drafts: drafting.cpu / yamlOfTests.cpu };
const row = (what: string, { cpu }: { readonly cpu: number }, against?: number): object => ({
  what,
  'ms of processor time': cpu.toFixed(0),
  ratio: against === undefined ? '' : (cpu / against).toFixed(2),
});
console.table([
  row(`parse the YAML of ${yamlOfRules.made} rules`, yamlOfRules, yamlOfRules.cpu),
  row('unpack and read the library', reading, yamlOfRules.cpu),
  row(`${packing.made} of them for the ${weights.size} techniques of APT29`, packing, yamlOfRules.cpu),
]);
console.table([
  row(`parse the YAML of ${yamlOfTests.made} files of tests`, yamlOfTests, yamlOfTests.cpu),
  row(`${drafting.made} drafts, for ${techniques.length} techniques`, drafting, yamlOfTests.cpu),
]);
if (ratios.pack > BUDGETS.pack || ratios.drafts > BUDGETS.drafts) process.exitCode = 1;

function parsed(texts: readonly string[]): number {
  for (const text of texts)
    for (const document of parseAllDocuments(text)) if ('toJS' in document) document.toJS();
  return texts.length;
}
