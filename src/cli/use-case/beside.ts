import { parse } from 'node:path';
import type { Envelope, MigrateAnswer, TriageAnswer } from '../../answers/index.ts';
import { layersTextOf, optionName } from '../../forms/index.ts';
import { tlpNamed } from '../../threat/index.ts';
import { ask, type Example, type UseCase } from '../../workbench/index.ts';
import type { Call, CallOptions } from '../call/call.ts';
import { EXIT, type ExitCode, type OptionDeclaration } from '../call/command.ts';
import { writeBeside } from '../files/write-beside.ts';
import { writeNew } from '../files/write-new.ts';
import { CLI_ISSUES } from '../issues.ts';

/** What a command line can do beside asking a use case and giving the answer. */
interface Beside {
  readonly isOf: (useCase: UseCase) => boolean;
  readonly options: readonly OptionDeclaration[];
  /** The option that names a file which is written, as the parser names it. */
  readonly writes?: string;
  /** Does it before the answer is given; the exit code, where it is not the usual one. */
  happen?(answered: Answered, call: Call): Promise<ExitCode | undefined>;
  /** What is answered in place of the use case, where an option asks for it. */
  readonly instead?: Instead;
}

/** A use case that was answered; `inFull` is the question, asked for all that there is. */
interface Answered<Answer = unknown> {
  readonly useCase: UseCase;
  readonly envelope: Envelope<unknown, Answer>;
  readonly inFull: unknown;
}

interface Instead {
  readonly examples: readonly Example[];
  /** Endings of the files that it comes to. */
  readonly endings: readonly string[];
  readonly isAsked: (options: CallOptions) => boolean;
  readonly answer: (call: Call) => Promise<ExitCode>;
}

const BESIDE: readonly Beside[] = [
  fileBeside(
    (useCase) => useCase.layers !== undefined && useCase.printedAs === undefined,
    { flags: '--layer <file>', help: 'also write it as a Navigator layer' },
    async ({ useCase, inFull }, { access }) => {
      const { inLayers } = await import('./layers.ts');
      return await layersTextOf(await ask(inLayers(useCase), inFull, access));
    },
  ),
  fileBeside(
    ({ isKept }) => isKept === true,
    { flags: '--save-run <file>', help: 'keep what came of it as JSON, to compare a later run with it' },
    ({ envelope }) => `${JSON.stringify(envelope, undefined, 1)}\n`,
  ),
  fileBeside(
    ({ name }) => name === 'triage',
    {
      flags: '--save-case <file>',
      help: 'also write the techniques as a case file, asserted of the group that `--group` names',
    },
    async ({ envelope: { answer, markings } }: Answered<TriageAnswer>, { options }, file) => {
      const { incidentCase } = await import('../../intake/index.ts');
      return incidentCase(
        { ...answer, incident: answer.incident ?? parse(file).name },
        tlpNamed(markings.level ?? '')?.name,
        options.text('group') === undefined ? undefined : answer.candidates[0]?.group,
      );
    },
    // Analysts edit cases: one that is there is theirs.
    async (call, file, text) => {
      await writeNew(file, text, false, CLI_ISSUES.fileExists);
      call.terminal.remark(`Written to ${file}`);
    },
  ),
  {
    isOf: ({ name }) => name === 'emulate' || name === 'sigma',
    options: [
      {
        flags: '--atomics <path>',
        help: 'library of tests: Atomic Red Team as a folder or an archive (zip, tar.gz)',
        fallback: 'the setting atomics',
      },
    ],
  },
  {
    isOf: ({ name }) => name === 'sigma',
    options: [
      {
        flags: '--sigma-rules <path>',
        help: 'library of Sigma rules: SigmaHQ’s or your own, as a folder or an archive (zip, tar.gz)',
        fallback: 'the setting sigmaRules',
      },
    ],
  },
  {
    isOf: ({ name }) => name === 'migrate',
    options: [
      { flags: '--into <folder>', help: 'where to write what was carried, by the same names' },
      { flags: '--strict', help: 'exit with 1 when anything is left to decide' },
    ],
    happen: async ({ envelope: { answer } }: Answered<MigrateAnswer>, call) => {
      const { writeMigrated } = await import('../files/migrated-files.ts');
      await writeMigrated(answer, call);
      const { ambiguous, dropped, unknown } = answer.counts;
      if (answer.documents.some(({ isRefused }) => isRefused)) return EXIT.input;
      return call.options.flag('strict') && ambiguous + dropped + unknown > 0 ? EXIT.nothing : undefined;
    },
  },
  {
    isOf: ({ name }) => name === 'threats',
    options: [
      {
        flags: '--batch <file>',
        help: 'JSON Lines of victims {id, countries[], sectors[], bundle?, date?, hide[]?} instead of --org; writes {id, ranked} lines',
      },
    ],
    instead: {
      examples: [
        {
          line: 'threats --batch events.jsonl -o ranked.jsonl',
          label: 'all groups for many victims, to be scored',
        },
      ],
      endings: ['jsonl', 'ndjson', 'json', 'txt'],
      isAsked: ({ text }) => text('batch') !== undefined,
      answer: async (call) => await (await import('../commands/many/threats-batch.ts')).rankBatch(call),
    },
  },
  {
    isOf: ({ name }) => name === 'triage',
    options: [
      {
        flags: '--batch <file>',
        help: 'JSON Lines of incidents {id, techniques[], bundle?, software?[], date?, hidden?[], hidden_citations?[], hidden_set?} instead; writes {id, ranked, p_none} lines; software counts where `--software` is said',
      },
      {
        flags: '--hidden-dir <folder>',
        help: 'where the sets are that incidents of a batch hide, NAME.txt.gz',
      },
    ],
    instead: {
      examples: [
        {
          line: 'triage --batch incidents.jsonl -o ranked.jsonl',
          label: 'all groups for many incidents, to be scored',
        },
      ],
      endings: ['jsonl', 'ndjson', 'json', 'txt'],
      isAsked: ({ text }) => text('batch') !== undefined,
      answer: async (call) => await (await import('../commands/many/triage-batch.ts')).predictBatch(call),
    },
  },
  {
    isOf: ({ name }) => name === 'triage',
    options: [
      {
        flags: '--stream',
        help: 'answer alerts as they come, one JSON object to a line in and out; of the file named, else of standard input',
      },
    ],
    instead: {
      examples: [{ line: 'triage --stream < alerts.ndjson', label: 'each alert in a line, for a pipeline' }],
      endings: [],
      isAsked: ({ flag }) => flag('stream'),
      answer: async (call) => await (await import('../commands/many/triage-stream.ts')).triageStream(call),
    },
  },
  {
    isOf: ({ name }) => name === 'report extract',
    options: [
      {
        flags: '--batch <file>',
        help: 'JSON Lines of reports {doc_id, text, title?} instead of one; writes {doc_id, techniques[], groups[]} lines',
      },
      {
        flags: '--sentences',
        help: 'of a batch of sentences {doc_id, sent_id, text}; writes {doc_id, sent_id, ranked, accepted} lines',
      },
    ],
    instead: {
      examples: [
        {
          line: 'report extract --batch reports.jsonl -o stated.jsonl',
          label: 'what many reports state, to be scored',
        },
      ],
      endings: ['jsonl', 'ndjson', 'json', 'txt'],
      isAsked: ({ text }) => text('batch') !== undefined,
      answer: async (call) => await (await import('../commands/many/report-batch.ts')).extractBatch(call),
    },
  },
  {
    isOf: ({ name }) => name === 'sigma test',
    options: [
      {
        flags: '--stream',
        help: 'answer events as they come, one JSON object to a line; writes a line for each that a rule matches',
      },
    ],
    instead: {
      examples: [
        {
          line: 'sigma test our-rules/ --stream < our-events.ndjson',
          label: 'a log of any length, in a pipeline',
        },
      ],
      endings: [],
      isAsked: ({ flag }) => flag('stream'),
      answer: async (call) => await (await import('../commands/many/sigma-stream.ts')).sigmaStream(call),
    },
  },
];

interface TextBeside {
  // A method, so that a row may know what its use case answers.
  of(answered: Answered, call: Call, file: string): string | Promise<string>;
}

/** A file that is written beside the answer where an option names it. */
function fileBeside(
  isOf: Beside['isOf'],
  option: OptionDeclaration,
  textOf: TextBeside['of'],
  write = writeBeside,
): Beside {
  const writes = optionName(option.flags);
  return {
    isOf,
    options: [option],
    writes,
    happen: async (answered, call) => {
      const file = call.options.text(writes);
      if (file !== undefined) await write(call, file, await textOf(answered, call, file));
      return undefined;
    },
  };
}

/** What a command line can do beside a use case. */
export function besideOf(useCase: UseCase): readonly Beside[] {
  return BESIDE.filter(({ isOf }) => isOf(useCase));
}

/** What is asked for in place of a use case; undefined where that itself is. */
export function askedInstead(useCase: UseCase, options: CallOptions): Instead | undefined {
  return besideOf(useCase).find(({ instead }) => instead?.isAsked(options))?.instead;
}
