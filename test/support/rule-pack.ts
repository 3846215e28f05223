import { readFileSync } from 'node:fs';
import { FoeprintError, type FactBase } from '../../src/facts/index.ts';
import { parseProgram, type Model, type Program, type Vocabulary } from '../../src/reasoning/index.ts';
import { RELATIONS, TYPE_ALIASES } from '../../src/threat/index.ts';

/** What the shipped packs may speak of. */
export const VOCABULARY: Vocabulary = { relations: RELATIONS, typeAliases: TYPE_ALIASES };

/** A shipped rule pack, e.g. `standard`. */
export function rulePack(name: string): Program {
  const file = new URL(`../../rules/${name}.dl`, import.meta.url);
  return programOf(readFileSync(file, 'utf8'), VOCABULARY, `${name}.dl`);
}

/** The program of one text; throws what is wrong with it. */
export function programOf(text: string, vocabulary: Vocabulary = VOCABULARY, file = 'program.dl'): Program {
  const { program, issues } = parseProgram([{ file, text }], vocabulary);
  const errors = issues.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new FoeprintError(errors);
  if (program === undefined) throw new Error('a text without errors has a program');
  return program;
}

/** Derivations by name of rule. */
export function derivationsByRule(model: Model): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { variant, derivations } of model.derivationSets) {
    const { name = '' } = model.rules[variant.rule] ?? {};
    counts[name] = (counts[name] ?? 0) + derivations.size;
  }
  return counts;
}

/** The one thing with this id or label. */
export function termOf(facts: FactBase, text: string): number {
  const [term, ...others] = facts.universe.find(text);
  if (term === undefined || others.length > 0)
    throw new Error(`${text} names ${String(others.length)} other things`);
  return term;
}
