import { FoeprintError, issueOf, type Issue } from '../../facts/index.ts';
import { probablyMeant, VOCABULARIES, type Vocabulary } from '../../threat/index.ts';
import { WORKBENCH_ISSUES } from '../issues.ts';

/** The names of the sectors that words mean, each once. @throws FoeprintError W612 for every word that means none */
export function askedSectors(words: readonly string[]): readonly string[] {
  const meant = words.map((word) => VOCABULARIES.sectors.understand(word));
  const issues = words.flatMap((word, index) =>
    meant[index]?.length === 0 ? [notInVocabulary(word, VOCABULARIES.sectors)] : [],
  );
  if (issues.length > 0) throw new FoeprintError(issues);
  return [...new Set(meant.flat())];
}

/** That a vocabulary does not know a word, with the one that was probably meant. */
export function notInVocabulary(text: string, vocabulary: Vocabulary): Issue {
  const near = probablyMeant(text, vocabulary);
  return issueOf(
    WORKBENCH_ISSUES.unknownWord,
    `“${text}” is no ${vocabulary.noun} that the vocabulary knows.`,
    undefined,
    near === undefined ? undefined : `Did you mean ${near}?`,
  );
}
