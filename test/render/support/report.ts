import {
  bullets,
  code,
  codeBlock,
  details,
  emphasis,
  figure,
  heading,
  item,
  link,
  numbered,
  paragraph,
  quote,
  strong,
  table,
  type Document,
} from '../../../src/render/index.ts';

/** A report with every kind of block, in which all outside text is made by `words`. */
export function report(words: (sample: string) => string): Document {
  return {
    title: words('Who might come for the paper mills'),
    lead: ['Drawn up from ', strong(words('Example ATT&CK 1.2')), ', all of it invented.'],
    blocks: [
      heading(2, words('Groups of interest')),
      paragraph(
        words('Example Heron'),
        ' is of interest because its description says ',
        emphasis(words('paper')),
        '; its id is ',
        code(words('G9001')),
        ' and it is described ',
        link(words('by Harbour Watch'), 'https://research.example.org/heron?a=1&b=(2)|3'),
        '.',
      ),
      table(
        [
          'Group',
          { title: words('Techniques'), align: 'right' },
          { title: 'Seen', align: 'center' },
          'About',
        ],
        [
          [
            code(words('G9001')),
            '12',
            words('2024'),
            words('Wades through filing cabinets and copies what lies on top.'),
          ],
          [
            [strong(words('Paper Wasp')), ' (G9002)'],
            words('3'),
            '',
            link(words('page'), 'https://example.org/wasp'),
          ],
          [words('Short row')],
        ],
      ),
      paragraph(
        words('close'),
        link(words('to'), 'https://example.org/close'),
        words('gether'),
        strong(words('bold')),
        words('text'),
        emphasis(words('leaning')),
        code(words('code')),
        words('end'),
      ),
      paragraph(
        strong(`${words('spaces')} `),
        emphasis(` ${words('inside')} `),
        words('marks'),
        ' ',
        link('https://example.org/own', 'https://example.org/own'),
      ),
      heading(3, words('Why')),
      quote(
        paragraph(words('Example Heron has used MUDLARK since 2022.')),
        paragraph('— ', words('Harbour Watch')),
      ),
      bullets([
        words('first'),
        item(
          [strong(words('second')), words(' with more under it')],
          bullets([words('inner one'), [words('inner two')]]),
        ),
        words('third'),
      ]),
      numbered([
        item(
          words('step'),
          paragraph(words('A paragraph under a step.')),
          codeBlock(words('foeprint show G9001'), 'sh'),
        ),
        words('next'),
      ]),
      heading(2, words('Drawn')),
      figure(
        {
          svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" width="10" height="10"><title>A dot</title><circle cx="5" cy="5" r="4"/></svg>',
          description: words('A dot, and nothing else.'),
          mermaid: 'flowchart RL\n  a --> b\n',
        },
        words('A dot'),
      ),
      details(words('All the evidence'), paragraph(words('Much of it.')), bullets([words('a'), words('b')])),
      heading(2, words('Groups of interest')),
      paragraph('The same heading again.'),
    ],
    notices: [words('Written for tests. Nothing here is true.')],
  };
}
