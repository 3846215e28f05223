import { parametersOf, type NamedParameter } from '../../forms/index.ts';
import {
  code,
  codeBlock,
  documentHtml,
  heading,
  link,
  paragraph,
  table,
  type Block,
} from '../../render/index.ts';
import { USE_CASES, type UseCase } from '../../workbench/index.ts';
import { formNames } from '../answering/answer-in.ts';
import { exampleQuestion } from './example-question.ts';

/**
 * The API as a page to read, which needs no script.
 *
 * @param address where the server is asked, e.g. `http://127.0.0.1:8737`
 */
export async function apiPage(address: string): Promise<string> {
  const rows = await Promise.all(
    Object.entries(USE_CASES).map(async ([name, load]) => blocksOf(name, await load(), address)),
  );
  return documentHtml({
    title: 'The HTTP API of Foeprint',
    lead: [
      'Every question is at an address of its own: GET with its fields as a query, or POST with them as a JSON object. For programs: ',
      link('openapi.json', `${address}/api/openapi.json`),
      '.',
    ],
    blocks: rows.flat(),
  });
}

function blocksOf(name: string, useCase: UseCase, address: string): readonly Block[] {
  const { summary, details } = useCase;
  const parameters = parametersOf(useCase);
  return [
    heading(2, name),
    paragraph([code(`/api/${name}`), `: ${summary}. ${details ?? ''}`]),
    table(
      ['Field', 'What it is', 'By default'],
      parameters.map((parameter) => [
        code(parameter.field),
        `${parameter.label}${kindOf(parameter)}`,
        parameter.fallback ?? '',
      ]),
    ),
    paragraph(`It answers as ${formNames(useCase).join(', ')}.`),
    ...examplesOf(name, useCase, address),
  ];
}

function kindOf({ choices, holds, isMany }: NamedParameter): string {
  if (choices !== undefined) return `: ${choices.join(', ')}`;
  if (holds !== undefined) return '; as JSON';
  return isMany ? '; any number' : '';
}

function examplesOf(name: string, useCase: UseCase, address: string): readonly Block[] {
  const [first] = useCase.examples
    .map(({ line }) => exampleQuestion(useCase, line))
    .filter((question) => question !== undefined);
  if (first === undefined) return [];
  const query = new URLSearchParams();
  for (const [field, value] of Object.entries(first))
    for (const each of Array.isArray(value) ? value : [value]) query.append(field, String(each));
  const search = query.size === 0 ? '' : `?${query.toString()}`;
  return [codeBlock(`curl '${address}/api/${name}${search}'`)];
}
