import type { Envelope } from '../../answers/index.ts';
import type { Access } from '../../desk/index.ts';
import {
  answerText,
  DOCUMENT_FORMS,
  filesZip,
  formOptionOf,
  formsOf,
  harmlessText,
  jsonText,
  optionName,
  parametersOf,
  type Form,
} from '../../forms/index.ts';
import { ask, documentOf, type UseCase } from '../../workbench/index.ts';
import type { Asked } from '../questions/asked.ts';
import { MEDIA_TYPES, type MediaType } from './media-types.ts';
import { askedForPage, pageOf, type GivenPage, type Page } from './page.ts';

/** An answer in the form that was asked for. */
export interface FormedAnswer {
  /** Empty where there is nothing to be shown in this form. */
  readonly body: string | Uint8Array;
  readonly media: MediaType;
  /** How far it may go, `TLP:AMBER`; undefined where nothing above clear is in it. */
  readonly marking: string | undefined;
  /** Which part of its main list it has; undefined: all of it. */
  readonly page?: GivenPage | undefined;
}

/** Names of the forms that an answer has, JSON first. */
export function formNames(useCase: UseCase): readonly string[] {
  const names = [
    ...DOCUMENTS,
    ...formsOf(useCase).map(({ name }) => name),
    ...(useCase.files === undefined ? [] : [ZIP]),
  ];
  return [...new Set(names)].filter((name) => Object.hasOwn(MEDIA_TYPES, name));
}

const DOCUMENTS = ['json', 'text', 'markdown', 'html', 'pdf'];
const ZIP = 'zip';

/**
 * Asks a question, and writes the answer in the form that is named.
 *
 * @throws FoeprintError whatever the question or the form is refused with
 */
export async function answerIn(useCase: UseCase, asked: Asked, access: Access): Promise<FormedAnswer> {
  const { form: name, options } = asked.form;
  const { page: wanted } = asked;
  const media = MEDIA_TYPES[name] ?? JSON_TYPE;
  const own = ownFormNamed(useCase, name, options);
  if (own === undefined && name !== ZIP) {
    const { envelope, page } = paged(
      useCase,
      await ask(useCase, inPage(useCase, asked.question, wanted), access),
      wanted,
    );
    return {
      body: (await DOCUMENT_WRITERS[name]?.(useCase, envelope)) ?? '',
      media,
      marking: levelOf(envelope),
      page,
    };
  }
  const whole = { ...useCase.inFull, ...flagOf(useCase, name), ...inPage(useCase, asked.question, wanted) };
  const answered = await ask((await own?.asks?.(useCase)) ?? useCase, whole, access);
  const { envelope, page } = paged(useCase, answered, wanted);
  const written = await writtenBy(own, useCase, envelope, options);
  return {
    body: typeof written === 'string' ? harmlessText(written) : written,
    media,
    marking: levelOf(envelope),
    page,
  };
}

function inPage(useCase: UseCase, question: Asked['question'], wanted: Page | undefined): Asked['question'] {
  return wanted === undefined ? question : askedForPage(useCase, question, wanted);
}

function paged(
  useCase: UseCase,
  envelope: Envelope,
  wanted: Page | undefined,
): { readonly envelope: Envelope; readonly page?: GivenPage } {
  return wanted === undefined ? { envelope } : pageOf(useCase, envelope, wanted);
}

const JSON_TYPE: MediaType = { type: 'application/json; charset=utf-8', ending: 'json' };

/** What every answer is written as. */
const DOCUMENT_WRITERS: Readonly<
  Record<string, (useCase: UseCase, envelope: Envelope) => string | Uint8Array | Promise<string | Uint8Array>>
> = {
  json: (_, envelope) => jsonText(envelope, 0),
  text: answerText,
  markdown: async (useCase, envelope) => await DOCUMENT_FORMS.markdown(documentOf(useCase, envelope), silent),
  html: async (useCase, envelope) => await DOCUMENT_FORMS.html(documentOf(useCase, envelope), silent),
  pdf: async (useCase, envelope) => await DOCUMENT_FORMS.pdf(documentOf(useCase, envelope), silent),
};

/** The form of its own that is named: what every answer is written as goes before, but for pages of drawings that show marks alone. */
function ownFormNamed(useCase: UseCase, name: string, options: Asked['form']['options']): Form | undefined {
  const isDrawnPage = name === 'pdf' && options['onlyMarked'] === 'true';
  return Object.hasOwn(DOCUMENT_WRITERS, name) && !isDrawnPage
    ? undefined
    : formsOf(useCase).find((form) => form.name === name);
}

async function writtenBy(
  form: Form | undefined,
  useCase: UseCase,
  envelope: Envelope,
  options: Asked['form']['options'],
): Promise<string | Uint8Array> {
  if (form === undefined) return (await filesZip(useCase, envelope)) ?? '';
  return await form.write(useCase, envelope, {
    options: {
      flag: (option) => options[option] === 'true',
      choice: (option, choices) => choices.find((choice) => choice === options[option]),
    },
    remark: silent,
  });
}

/** A flag of the question itself that asks for a form: `show` has the object as its source gives it only where that is asked for. */
function flagOf(useCase: UseCase, form: string): object {
  const flag = optionName(formOptionOf(useCase).spelling);
  return parametersOf(useCase).some(({ field }) => field === flag && field === form) ? { [flag]: true } : {};
}

function levelOf({ markings }: Envelope): string | undefined {
  return markings.level;
}

/** Nobody reads beside the answer. */
function silent(): void {
  // What is remarked upon is for people at a terminal.
}
