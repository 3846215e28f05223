/** The page docs/victimology.md: what is read out of descriptions, its patterns taken from the code. */
import { PROSE_PATTERNS, type ProsePattern } from '../src/reading/index.ts';

/** Heading and introduction of each kind of pattern. */
const KINDS: Readonly<Record<keyof typeof PROSE_PATTERNS, readonly [title: string, text: string]>> = {
  victims: [
    'Victims',
    `Gives \`targets\` a country, region or sector. The words of a pattern open a clause; within it, and nowhere else, the words of
the vocabulary count. It ends with the sentence, with a semicolon, or with words that say by what means, when, why or by whom
something was done, who is spared, or whom it serves (\`using\`, \`since\`, \`to steal\`, \`by\`, \`outside of\`, \`of interest to\`). Words that hedge
right before those that open it (\`is believed to target\`, \`may have compromised\`, \`claims to have breached\`), or before one name in it (\`and
potentially hospitals\`), make the confidence \`suspected\`; a hedge of something else in the sentence does not.`,
  ],
  origin: [
    'Origin',
    `Gives \`originates-from\` a country, or a region where the text has no more. Words that hedge (\`suspected\`, \`believed to\`,
\`likely\`) make the confidence of the claim \`suspected\`; a negation, no claim. A country whose language is spoken is no origin.`,
  ],
  motive: [
    'Motive',
    'Gives `motivated-by` one of the motives of the [vocabulary](reference/vocabularies.md#motives); hedged as an origin is.',
  ],
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

ATT&CK reports no victims, countries or motives of a group as data: its descriptions say them in sentences. When a source is
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
as with everything else. What a source reports as data beside (MISP's \`cfr-suspected-victims\`) stays a claim of its own.

A source that an earlier version of Foeprint loaded says nothing new until it is loaded into a new knowledge base.

## Patterns

The sentences are of our own, about a group that does not exist. A test reads them.

${sections.join('\n\n')}

## Vocabulary

Countries are those of ISO 3166 with their names, spellings and adjectives (\`src/threat/places/countries.ts\`, \`demonyms.ts\`), regions and
unions those of STIX and the trade (\`regions.ts\`), sectors by the words that prose has for them (\`src/threat/sectors/sector-words.ts\`): some name a
sector by themselves (\`banks\`), some only beside a noun (\`energy companies\`, \`government, energy and media organizations\`). The longest
match wins, so that \`South Korean\` is not Korean and \`social media\` no media. Names of places begin with a capital letter, \`US\` and \`IT\` are
capitals. Services stand for their state in origins (\`src/threat/places/state-organs.ts\`: the GRU, the IRGC).

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
| a motive | 96 |
| when it was first seen | 135 |

A test holds these figures. Most of the others say nothing of the kind: of all words of sectors and places in 18.1's descriptions those
that no pattern reads were looked through, and a handful are victims.

Right, judged by hand, of different claims drawn at random from all sources (18.1, MISP, Microsoft, Tidal), before the patterns were last
mended; all that was wrong and of a kind was mended then:

| claims | drawn | right before | kinds of fault that were mended |
| --- | --- | --- | --- |
| victims | 150 | 147 | an origin of goods (\`Israeli-made\`); not mended: a ministry or department named after a sector |
| origins | 150 | 147 | victims that are linked to a state, ties between states |
| motives | 150 | 147 | lures, other groups that it works with or comes after |
| first seen | 150 | 145 | how long a tool, a kit, a leak site has been there |
| last seen | 24, all | 24 | |

A fresh draw of 90 victims afterwards had none that is wrong. The mending took away 35 of 6,142 claims: 34 that were wrong, and one that was rightly
concluded for a wrong reason. 90 claims came to be marked as suspected.

Everybody who is read as attacking the place of its own origin was looked at: 66 claims, of which 50 are what the sentences say (a state's own
dissidents, embassies in a capital, criminals at home, lists of countries in which the origin stands) and 16 were not: whom a theft serves,
where a group is based, a neighbour of the victims, what a lure or a talk is about, \`pro-\` and \`anti-\`. A test holds the list of those that are left.

The agreement with data was measured before that, and changed by 0.01 at most.

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
(\`these countries\`, \`domestic activists\`); until when something was seen, unless it is a campaign or said to go on (\`last observed in\`); who was first with a tool; sentences of more than 2,000 characters. English only.
`;
}

function patternTable(patterns: readonly ProsePattern[]): string {
  const rows = patterns.map(({ name, label, example, gives }) =>
    [`\`${name}\``, label, `_${example}_`, gives.map((each) => `\`${each}\``).join(', ')].join(' | '),
  );
  return [
    '| pattern | reads | sentence | gives |',
    '| --- | --- | --- | --- |',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n');
}
