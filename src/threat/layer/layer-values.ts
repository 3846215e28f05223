/** What the score of a technique stands for in a layer made of what groups use. */
export const LAYER_VALUES = ['score', 'count', 'sources', 'date'] as const;
export type LayerValue = (typeof LAYER_VALUES)[number];

/** What a made layer says in its legend and description. */
export const LAYER_VALUE_MEANINGS: Readonly<Record<LayerValue, string>> = {
  score: 'how sure a use is today, the highest of the groups',
  count: 'how many of the groups use it',
  sources: 'how many independent sources report it',
  date: 'year of the newest evidence',
};
