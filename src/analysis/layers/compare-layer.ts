import type { ProfileAnswer } from '../../answers/index.ts';
import { addTo, count, defined } from '../../text/index.ts';
import { LAYER_GROUP_COLORS, SHARED_COLOR, type Layer } from '../../threat/index.ts';
import { profileLayer, type ProfileLayerOptions } from './profile-layer.ts';

/** Characters of a name that the legend of the Navigator has room for. */
const LABEL = 14;

/**
 * What groups have in common and what not, as one layer: a colour for each group, and one for what several use. The score is how many
 * use a technique, the cell has the evidence of each.
 *
 * @param profiles at most as many as there are colours for groups
 */
export function compareLayer(profiles: readonly ProfileAnswer[], options: ProfileLayerOptions): Layer {
  const { gradient: _, ...layer } = profileLayer(profiles, { ...options, value: 'count' });
  const usersOf = new Map<string, number[]>();
  for (const [place, { techniques }] of profiles.entries())
    for (const { technique } of techniques) addTo(usersOf, technique.label, place);
  const names = profiles.map(({ group }) => group.name);
  return {
    ...layer,
    name: `Comparison of ${names.join(', ')}`,
    description: `${layer.description.split('\n')[0]}\nA colour for what each alone uses, and one for what several do. The number is how many of the ${count(names.length, 'group')} use it.`,
    cells: layer.cells.map((cell) => {
      const users = usersOf.get(cell.technique) ?? [];
      const color = colorOf(users);
      const who = users.map((place) => names[place]).join(', ');
      return {
        ...cell,
        ...defined({ color }),
        // By a function: names are text from outside, and `$&` in them is no pattern.
        comment: cell.comment.replace(/^.*?: /, (some) => (users.length === 1 ? `Only ${who}: ` : some)),
      };
    }),
    legend: [
      { label: 'several', color: SHARED_COLOR },
      ...names.flatMap((name, place) => {
        const color = LAYER_GROUP_COLORS[place];
        return color === undefined ? [] : [{ label: shortened(name), color }];
      }),
    ],
    ...(layer.recipe === undefined
      ? {}
      : {
          recipe: {
            operation: 'compare',
            parameters: layer.recipe.parameters.filter(({ name }) => name !== 'value'),
          },
        }),
  };
}

function colorOf(users: readonly number[]): string | undefined {
  return users.length === 1 ? LAYER_GROUP_COLORS[users[0] ?? 0] : SHARED_COLOR;
}

function shortened(name: string): string {
  return name.length <= LABEL ? name : `${name.slice(0, LABEL - 1)}…`;
}
