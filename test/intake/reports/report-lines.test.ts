import { describe, expect, test } from 'vitest';
import { readLabelledLines, readReportLines } from '../../../src/intake/index.ts';

describe('reports as JSON Lines', () => {
  test('of reports each line is one', () => {
    const { lines, issues } = readReportLines(
      '{"doc_id":"a","text":"They came.","title":"Spring"}\n\n{"doc_id":7,"text":""}\n',
      'docs.jsonl',
      { areSentences: false },
    );
    expect(issues).toEqual([]);
    expect(lines).toEqual([
      { doc: 'a', title: 'Spring', text: 'They came.' },
      { doc: '7', title: '', text: '' },
    ]);
  });

  test('of sentences each names its report and itself', () => {
    const { lines } = readReportLines(
      '{"doc_id":"a","sent_id":0,"text":"One."}\n{"doc_id":"a","sent_id":"x","text":"Two."}',
      'sents.jsonl',
      { areSentences: true },
    );
    expect(lines.map(({ sentence }) => sentence)).toEqual([0, 'x']);
  });

  test.for<[string, string, boolean]>([
    ['no JSON', 'no', false],
    ['no object', '[]', false],
    ['no id', '{"text":"x"}', false],
    ['no text', '{"doc_id":"a"}', false],
    ['a text that is none', '{"doc_id":"a","text":7}', false],
    ['no number of the sentence', '{"doc_id":"a","text":"x"}', true],
  ])('%s: the line is reported, the others are read', ([, line, areSentences]) => {
    const sound = '{"doc_id":"b","sent_id":1,"text":"y"}';
    const { lines, issues } = readReportLines(`${line}\n${sound}`, 'docs.jsonl', { areSentences });
    expect(lines).toHaveLength(1);
    expect(issues).toMatchObject([{ code: 'I305', place: { file: 'docs.jsonl', line: 1 } }]);
  });
});

describe('labelled sentences', () => {
  test('have ids of techniques, also in objects; none for what states nothing', () => {
    const { sentences, issues } = readLabelledLines(
      [
        '{"doc_id":"a","text":" They came. ","techniques":["t1059.001","T1059.001"]}',
        '{"doc_id":"a","text":"Rain.","techniques":[]}',
        '{"doc_id":"b","text":"x","techniques":[{"id":"T1003","span":[0,1]}]}',
      ].join('\n'),
      'labelled.jsonl',
    );
    expect(issues).toEqual([]);
    expect(sentences).toEqual([
      { text: 'They came.', techniques: ['T1059.001'], doc: 'a' },
      { text: 'Rain.', techniques: [], doc: 'a' },
      { text: 'x', techniques: ['T1003'], doc: 'b' },
    ]);
  });

  test.for([
    ['{"doc_id":"a","text":"x"}', 'techniques'],
    ['{"doc_id":"a","text":"x","techniques":["PowerShell"]}', 'techniques'],
    ['{"doc_id":"a","text":" ","techniques":[]}', 'text'],
  ])('%s: the line is reported', ([line = '', field = '']) => {
    const { sentences, issues } = readLabelledLines(line, 'labelled.jsonl');
    expect(sentences).toEqual([]);
    expect(issues).toMatchObject([{ code: 'I306', place: { line: 1, field } }]);
  });
});
