/** The page docs/victimology.md: what is read out of descriptions, its patterns taken from the code. */
import { PROSE_PATTERNS, type ProsePattern } from '../src/intake/index.ts';

/** Heading and introduction of each kind of pattern. */
const KINDS: Readonly<Record<keyof typeof PROSE_PATTERNS, readonly [title: string, text: string]>> = {
  victims: [
    'Victims',
    `Gives \`targets\` a country, region or sector. The words of a pattern open a clause; within it, and nowhere else, the words of
the vocabulary count. It ends with the sentence, with a semicolon, or with words that say by what means, when, why or by whom
something was done, or who is spared (\`using\`, \`since\`, \`to steal\`, \`by\`, \`outside of\`).`,
  ],
  origin: [
    'Origin',
    `Gives \`originates-from\` a country, or a region where the text has no more. Words that hedge (\`suspected\`, \`believed to\`,
\`likely\`) make the confidence of the claim \`suspected\`; a negation, no claim. A country whose language is spoken is no origin.`,
  ],
  motive: ['Motive', 'Gives `motivated-by` one of the motives told apart; hedged as an origin is.'],
  activity: [
    'Activity',
    `Gives \`first-seen\` and \`last-seen\`, as precise as the text: a year, a month, a day. \`Early 2017\` is 2017. A campaign is said
to have been between two dates; of a group such a sentence is mostly about one of its operations, and then gives nothing.`,
  ],
};

/** The page as Markdown. */
export function victimologyPage(note: string): string {
  const sections = Object.entries(PROSE_PATTERNS).map(([kind, patterns]) => {
    const [title, text] = KINDS[kind as keyof typeof KINDS];
    return `### ${title}\n\n${text}\n\n${patternTable(patterns)}`;
  });
  return `${note}

# Victims, origin, motive and activity, read out of descriptions

ATT&CK tells no victims, countries or motives of a group as data: its descriptions say them in sentences. When a source is
loaded, the descriptions of groups, threat actors and campaigns (ATT&CK and any other STIX, MISP's threat actors, Tidal's
groups and campaigns) are read sentence by sentence with stated patterns, and what they say becomes facts like any other.

No model and no statistics take part: a fact has the name of the pattern that read it, the sentence that it was read in, and
the documents that the sentence cites, so that anybody can see at once whether it is rightly read.

## What a claim holds

Each sentence and pattern that say something give an object of type \`x-foeprint-claim\`, whose statements are the facts:

- \`about\` the thing described, \`field: description\`, and \`told\`, the sentence whole, in plain words;
- \`extracted_by\`, the name of the pattern. Explanations show it as _derived: read out of the text by pattern_ …;
- \`confidence: suspected\` where the sentence hedges;
- the documents cited in the sentence or right behind it; where it cites none, those behind the next sentence of the paragraph
  that does, because sources write a few sentences and then what they rest on. Names, dates and addresses are those of the object's references;
- \`created\`, \`modified\` and markings of the object, and its withdrawal: what is said of a revoked group is withdrawn with it.

Its id is made from what it says. Loading again changes nothing; a newer release takes the place of what an older one says,
as with everything else. What a source tells as data beside (MISP's \`cfr-suspected-victims\`) stays a claim of its own.

A source that an earlier version of Foeprint loaded says nothing new until it is loaded into a new knowledge base.

## Patterns

The sentences are of our own, about a group that does not exist. A test reads them.

${sections.join('\n\n')}

## Vocabulary

Countries are those of ISO 3166 with their names, spellings and adjectives (\`src/threat/countries.ts\`, \`demonyms.ts\`), regions and
unions those of STIX and the trade (\`regions.ts\`), sectors by the words that prose has for them (\`sector-words.ts\`): some name a
sector by themselves (\`banks\`), some only beside a noun (\`energy companies\`, \`government, energy and media organizations\`). The longest
match wins, so that \`South Korean\` is not Korean and \`social media\` no media. Names of places begin with a capital letter, \`US\` and \`IT\` are
capitals. Services stand for their state in origins (\`state-organs.ts\`: the GRU, the IRGC).

Words count for nothing in names: of the thing itself, its aliases, and whatever the text links (\`China Chopper\`); before
\`-speaking\`, \`hackers\`, \`-themed\` and the like; and from where a sentence begins to speak of others (\`overlaps with\`, \`unlike\`, \`similar to\`).

## How good it is

Measured on Enterprise ATT&CK 18.1 and on MISP's threat actors of August 2026.

| of the 172 groups of 18.1, with the campaigns attributed to them, the text gives | groups |
| --- | --- |
| a country as victim | 80 |
| a sector as victim | 123 |
| a region as victim | 60 |
| an origin | 97 |
| a motive | 97 |
| when it was first seen | 135 |

A test holds these figures. Most of the others say nothing of the kind: of all words of sectors and places in 18.1's descriptions those
that no pattern reads were looked through, and a handful are victims.

Right, judged by hand, of claims drawn at random after the patterns were finished: 60 of 60 in 18.1, and 67 of 70 in MISP. Wrong ones are mostly things that a sentence names as a lure, a means or a property of something else.

| agreement, groups with data in both | groups | share of ours in theirs | share of theirs in ours | nothing shared |
| --- | --- | --- | --- | --- |
| countries: text of ATT&CK, data of MISP | 37 | 0.68 | 0.49 | 7 |
| countries: text of ATT&CK, data of Tidal | 70 | 0.98 | 0.58 | 1 |
| sectors: text of ATT&CK, data of MISP | 61 | 0.54 | 0.52 | 9 |
| sectors: text of ATT&CK, data of Tidal | 105 | 0.79 | 0.65 | 7 |
| countries: text of MISP, data of MISP | 28 | 0.74 | 0.39 | 5 |
| sectors: text of MISP, data of MISP | 50 | 0.71 | 0.52 | 8 |

Origins agree with Tidal's for all 81 groups that have both. Tidal's data is in part made from ATT&CK's text, so its agreement proves little.

## What is not read

Organisations by name; victims of a sentence in the passive (\`banks were targeted\`); what one sentence says and the next takes up
(\`these countries\`); who was first with a tool; sentences of more than 2,000 characters. English only.
`;
}

function patternTable(patterns: readonly ProsePattern[]): string {
  const rows = patterns.map(({ name, says, example, gives }) =>
    [`\`${name}\``, says, `_${example}_`, gives.map((each) => `\`${each}\``).join(', ')].join(' | '),
  );
  return [
    '| pattern | reads | sentence | gives |',
    '| --- | --- | --- | --- |',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n');
}
