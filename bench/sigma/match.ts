// How fast events are held against rules: `npx tsx -C @foeprint/source bench/sigma/match.ts`. Budgets, taken within the run: all rules of
// SigmaHQ are read, made ready and indexed within 3 times what parsing their YAML takes; an event is read and held against one rule within
// twice what parsing its JSON takes; all rules through the index are at least 10 times as fast as one by one.
import { gunzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';
import { compileRule, isOfSource, readEvent, readRules, RuleSet } from '../../src/sigma/index.ts';
import { hasSigmaHq, sigmaHqFiles } from '../../test/support/sigma.ts';

if (!hasSigmaHq) process.exit(0);
const EVENTS = '../shared/data/sigma/sigmahq-regression-events-2026-08.ndjson.gz';
const ROUNDS = 3;
const COUNT = 20_000;

const files = sigmaHqFiles();
const parsing = best(() =>
  files.map(({ text }) => parseAllDocuments(text).map((one): unknown => one.toJS())),
);
const reading = best(() => files.map(({ name, text }) => readRules(name, text)));
const rules = files.flatMap(({ name, text }) => readRules(name, text).rules);
const preparing = best(() => rules.map(compileRule));
const matchers = rules.map(compileRule).flatMap((one) => (one.ok ? [one.matcher] : []));
const indexing = best(() => new RuleSet(matchers));
const all = new RuleSet(matchers);

const texts = gunzipSync(readFileSync(EVENTS))
  .toString()
  .trim()
  .split('\n')
  .flatMap((line): readonly unknown[] => JSON.parse(line).events)
  .map((event) => JSON.stringify(event));
const many = Array.from({ length: COUNT }, (_, at) => texts[at % texts.length] ?? '');
const jsons = many.map((text): unknown => JSON.parse(text));
const [one] = matchers.filter(({ rule }) => rule.title.startsWith('Grixba'));
if (one === undefined) throw new Error('the rule is not there');

const parsed = best(() => many.map((text): unknown => JSON.parse(text)));
const single = best(() =>
  jsons.filter((json) => {
    const event = readEvent(json);
    return event !== undefined && one.matches(event);
  }),
);
const together = best(() =>
  jsons.map((json) => {
    const event = readEvent(json);
    return event === undefined ? [] : all.matching(event);
  }),
);
const few = jsons.slice(0, 200);
const each =
  best(() =>
    few.map((json) => {
      const event = readEvent(json);
      return event === undefined
        ? []
        : matchers.filter(
            (matcher) => isOfSource(event.source, matcher.rule.logSource) && matcher.matches(event),
          );
    }),
  ) *
  (COUNT / few.length);

const perSecond = (milliseconds: number): string =>
  Math.round((COUNT / milliseconds) * 1000).toLocaleString('en');
console.table([
  { what: `YAML of ${files.length} rules`, milliseconds: parsing.toFixed(0), ratio: '1' },
  { what: 'read', milliseconds: reading.toFixed(0), ratio: (reading / parsing).toFixed(2) },
  { what: 'made ready', milliseconds: preparing.toFixed(0), ratio: (preparing / parsing).toFixed(2) },
  { what: 'index', milliseconds: indexing.toFixed(0), ratio: (indexing / parsing).toFixed(2) },
]);
console.table([
  { what: 'parse the JSON of an event', 'events/s': perSecond(parsed) },
  { what: 'one rule, with reading the event', 'events/s': perSecond(single) },
  { what: `${matchers.length} rules, by the index`, 'events/s': perSecond(together) },
  { what: `${matchers.length} rules, one by one`, 'events/s': perSecond(each) },
]);
const ratios = {
  preparing: (reading + preparing + indexing) / parsing,
  index: each / together,
  single: single / parsed,
};
console.log(ratios);
if (ratios.preparing > 3 || ratios.index < 10 || ratios.single > 2) process.exitCode = 1;

/** Shortest of some rounds, in milliseconds of the processor. */
function best(run: () => unknown): number {
  return Math.min(
    ...Array.from({ length: ROUNDS }, () => {
      // Of the processor: others may use the machine, too.
      const start = process.cpuUsage();
      run();
      return process.cpuUsage(start).user / 1000;
    }),
  );
}
