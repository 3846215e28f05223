import { Mention } from '../explanation/mention.ts';
import { choice, flag, question, whole } from '../question.ts';
import { as, count, list, shape, truth, type Of } from '../schema.ts';

/** How many groups use each technique. */
export const PrevalenceQuestion = question({
  derived: flag(
    '--derived',
    'take in uses that rules derive: through software, through an attributed campaign',
  ),
  min: whole('--min <count>', 'at least so many groups', { fallback: '1' }),
  max: whole('--max <count>', 'at most so many groups'),
  sort: choice('--sort <order>', ['count', 'id', 'name'], 'order', { fallback: 'count' }),
  limit: whole('-n, --limit <count>', 'most techniques to show', { fallback: 'all' }),
});

const TechniqueCount = shape('TechniqueCount', 'A technique and the number of groups that use it.', {
  technique: as(Mention, 'the technique'),
  groups: count('groups that use it'),
  derivedOnly: count('of those, how many are known only by rules; 0 unless derived uses are taken in'),
});
export type TechniqueCount = Of<typeof TechniqueCount>;

export const PrevalenceAnswer = shape('PrevalenceAnswer', 'How many of all groups use each technique.', {
  derived: truth('whether derived uses are taken in'),
  techniques: list(TechniqueCount, 'techniques in use, in the order asked for'),
});
export type PrevalenceAnswer = Of<typeof PrevalenceAnswer>;
