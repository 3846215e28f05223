import { acquire } from '../acquisition/index.ts';
import { openDesk, type Access } from '../desk/index.ts';
import { DEFAULT_CONFIG, openSolver, readRuleSet, VERSION } from '../home/index.ts';
import { readDocument } from '../intake/index.ts';
import { MemoryKnowledgeBase, type Selection } from '../knowledge/index.ts';
import { documentHtml, documentMarkdown, documentText, type Document } from '../render/index.ts';
import { documentOf, USE_CASES, type UseCase, type UseCaseName } from '../workbench/index.ts';
import { askOf, type QuestionOf } from './asking.ts';

/** What a document is made into. */
const FORMS = {
  text: (document: Document) => documentText(document),
  markdown: (document: Document) => documentMarkdown(document),
  html: (document: Document) => documentHtml(document),
} as const;

/**
 * Answers one question from files or addresses, without a home; nothing is kept. It is also the table of contents of the code: every
 * stage from bytes to a page, in order.
 *
 * @param locations STIX bundles, MISP galaxy clusters, mappings of controls, cases
 * @param now time of loading, ISO 8601; facts that are dated by nothing else count from it
 * @throws FoeprintError A4xx where a file cannot be had, I1xx where it is of no use, and whatever the use case says
 */
export async function answerFiles<Name extends UseCaseName>(
  locations: readonly string[],
  name: Name,
  question: QuestionOf<Name>,
  { form = 'text', now = new Date().toISOString() }: AnswerFilesOptions = {},
): Promise<string> {
  const { limits, http, score, threats, planning, rules } = DEFAULT_CONFIG;
  const base = new MemoryKnowledgeBase();
  for (const location of locations) {
    const acquired = await acquire(location, { limits, http }); // acquisition: a location → parsed JSON
    for (const { parsed, sha256, bytes, location: from } of acquired.unchanged ? [] : acquired.documents) {
      const delivery = readDocument(parsed, { location: from, sha256, bytes: bytes.length }); // intake: JSON → facts
      base.ingest(delivery, now); // knowledge: facts, with everyone who reports them
    }
  }
  const settings = { score, weights: threats.weights, planning, foeprint: VERSION };
  const beside = {
    base,
    settings,
    other: async (selection: Selection) => await openDesk(base.view(selection), await readRuleSet(rules)),
    sightings: none,
    atomics: none,
    sigmaRules: none,
    coverage: () => Promise.resolve([]),
    organisation: none,
    reports: () => Promise.resolve([]),
    labelled: () => Promise.resolve([]),
    learnt: (_name: string, _key: string, learn: () => Uint8Array) => Promise.resolve(learn()),
    ruleSet: async () => await readRuleSet(rules),
    solver: openSolver,
  };
  const access: Access = {
    clearance: () => Promise.resolve(undefined),
    loaded: (selection) => Promise.resolve({ selection, forgotten: [], ...beside }),
    view: (selection) => Promise.resolve({ view: base.view(selection), ...beside }), // knowledge: what is in view
    desk: async (selection) => ({ ...(await beside.other(selection)), ...beside }), // desk: and what rules derive from it
  };
  const useCase: UseCase = await USE_CASES[name]();
  const envelope = await askOf(access, name, question); // workbench: the question → its answer, by analysis
  const document = documentOf(useCase, envelope); // report: the answer → a document
  return FORMS[form](document); // render: the document → a form
}

/** How to answer from files. */
export interface AnswerFilesOptions {
  readonly form?: keyof typeof FORMS;
  readonly now?: string;
}

/** There is nothing beside the files. */
function none(): Promise<undefined> {
  return Promise.resolve(undefined);
}
