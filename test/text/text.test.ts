import { expect, test } from 'vitest';
import { citedNames, plainText, publicationDate } from '../../src/text/index.ts';

test.for([
  ['ESET. (2020, June 17). Operation. Retrieved July 1, 2020.', '2020-06-17'],
  ['Lab. (2015, March). Carbanak. Retrieved July 1, 2020.', '2015-03'],
  ['Lab. (2017). Carbanak.', '2017'],
  ['Lab. (2019, Sept. 3). Carbanak.', '2019-09-03'],
  ['Lab. (2019, 3 May). Carbanak.', '2019-05-03'],
  ['Lab. (2019-05-03). Carbanak.', '2019-05-03'],
  ['Lab (2018, October 12th). Carbanak.', '2018-10-12'],
  ['Lab. (2018, Spring). Carbanak.', '2018'],
  ['Lab. (2016, February 45). Carbanak.', '2016-02'],
  ['Lab. (2020, February 29). Carbanak.', '2020-02-29'],
  ['Lab. (2021, February 29). Carbanak.', '2021-02'],
  ['Lab. (2020-06-31). Carbanak.', '2020-06'],
  ['SecureWorks 2019, August 27 LYCEUM. Retrieved. 2019/11/19', '2019-08-27'],
  ['Mandiant. (n.d.). APT1 (2013). Retrieved July 18, 2016.', undefined],
  ['Plett, C. (12, October 26). Material. Retrieved April 25, 2017.', undefined],
  ['Amazon - ListObjectsV2. Retrieved October 4, 2021.', undefined],
  ['(20203)', undefined],
  ['', undefined],
] as const)('%s was published %s', ([reference, published]) => {
  expect(publicationDate(reference)).toBe(published);
});

test.for([
  ['[Weasel](https://a.example/G1) digs.(Citation: Farm Gazette) ', 'Weasel digs.'],
  [
    'Later, (LinkById\u202f: G0047) digs, (LinkById: T1055.001) too, (LinkById: it) not.',
    'Later, G0047 digs, T1055.001 too, (LinkById: it) not.',
  ],
  ['Digs (Citation: A) and bites.(Citation: B (C) 2020)', 'Digs and bites.'],
  ['See [wiki](https://w.example/Dig_(verb)) and <code>dig  /all</code>.', 'See wiki and dig /all.'],
  ['One\r\n\r\n two \n three', 'One\n\ntwo\nthree'],
  ['a[0](b) stays a[.]example', 'a0 stays a[.]example'],
  ['<username> and (brackets) stay', '<username> and (brackets) stay'],
  ['', ''],
] as const)('%j in words: %j', ([description, words]) => {
  expect(plainText(description)).toBe(words);
});

test('hostile text does not make reading slow', () => {
  for (const part of ['(Citation: ', '[', '](', '[a](', '<code', '(Citation: (', '(LinkById ', ' '])
    expect(plainText(part.repeat(20_000)).length).toBeLessThanOrEqual(part.length * 20_000);
});

test('cited names in order, each once', () => {
  expect(citedNames('x.(Citation: B)(Citation: A (2020))(Citation: B)(Citation:C )')).toEqual([
    'B',
    'A (2020)',
    'C',
  ]);
});
