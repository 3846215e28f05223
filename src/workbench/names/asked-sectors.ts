import { FoeprintError, issueOf, type Issue } from '../../facts/index.ts';
import { sectorsWithin, suggestion, VOCABULARIES, type Vocabulary } from '../../threat/index.ts';
import { WORKBENCH_ISSUES } from '../issues.ts';

/** Sectors that words mean. */
interface AskedSectors {
  /** Names of them and of their parts, each once. */
  readonly names: readonly string[];
  /** Which parts count. */
  readonly notes: readonly string[];
}

/** The sectors that words mean, with their parts. @throws FoeprintError W612 for every word that means none */
export function askedSectors(words: readonly string[]): AskedSectors {
  const meant = words.map((word) => VOCABULARIES.sectors.understand(word));
  const issues = words.flatMap((word, index) =>
    meant[index]?.length === 0 ? [notInVocabulary(word, VOCABULARIES.sectors)] : [],
  );
  if (issues.length > 0) throw new FoeprintError(issues);
  const asked = [...new Set(meant.flat())];
  return {
    names: [...new Set(asked.flatMap((name) => [name, ...sectorsWithin(name)]))],
    notes: asked.flatMap((name) => {
      const parts = sectorsWithin(name).map(VOCABULARIES.sectors.say);
      return parts.length === 0
        ? []
        : [`Parts of ${VOCABULARIES.sectors.say(name)} count, too: ${parts.join(', ')}.`];
    }),
  };
}

/** That a vocabulary does not know a word, with what helps, and where its words are listed. */
export function notInVocabulary(text: string, vocabulary: Vocabulary): Issue {
  const help = suggestion(text, vocabulary);
  const listed = `\`foeprint vocabulary ${vocabulary.plural}\` lists all, with spellings.`;
  return issueOf(
    WORKBENCH_ISSUES.unknownWord,
    `“${text}” is no ${vocabulary.noun} that the vocabulary knows.`,
    undefined,
    help === '' ? listed : `${help} ${listed}`,
  );
}
