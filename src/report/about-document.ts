import type { AboutAnswer } from '../answers/index.ts';
import { heading, paragraph, table, type Document } from '../render/index.ts';
import { tableSection } from './blocks.ts';
import { dayOf } from './words.ts';

/** Foeprint itself, and what is loaded, with the statements that its publishers ask to be kept. */
export function aboutDocument({ version, licence, node, home, sources, notices }: AboutAnswer): Document {
  return {
    title: `Foeprint ${version}`,
    blocks: [
      table(
        ['What', 'Value'],
        [
          ['Licence', licence],
          ['Node.js', node],
          ['Home', home],
        ],
      ),
      ...(sources.length === 0
        ? [paragraph('Nothing is loaded.')]
        : tableSection(
            'What is loaded',
            ['Source', 'Name', 'Loaded'],
            sources.map(({ id, name, loadedAt }) => [id, name, dayOf(loadedAt)]),
          )),
      ...(notices.length === 0 ? [] : [heading(2, 'Notices'), ...notices.map((notice) => paragraph(notice))]),
    ],
  };
}
