import * as z from 'zod/mini';
import { number, optional, text, truth, type Of } from '../schema.ts';

const Technique = z.looseObject({
  techniqueID: text('ATT&CK id'),
  tactic: optional(text('short name of the tactic that it is about; absent where it is about all of them')),
  score: optional(number('what the mark counts; absent where it has none, which is not 0')),
  color: optional(text('in place of the colour that the score gives')),
  comment: optional(text('in words')),
  enabled: optional(truth('false where the technique is taken out of consideration')),
});

/** A layer as the ATT&CK Navigator keeps it in a file, layer format 4.5; `schemas/navigator-layer-4.5.schema.json` has every field. */
export const NavigatorLayer = z.looseObject({
  name: text('its name'),
  versions: z.readonly(
    z.object({
      attack: optional(text('major release of ATT&CK')),
      navigator: text('a Navigator that reads it'),
      layer: text('the format'),
    }),
  ),
  domain: text('the domain whose matrix is marked, e.g. `enterprise-attack`'),
  description: optional(text('in words')),
  techniques: z.readonly(z.array(Technique)),
});
z.globalRegistry.add(NavigatorLayer, {
  id: 'NavigatorLayer',
  description: 'A layer as the ATT&CK Navigator keeps it in a file, layer format 4.5.',
});
export type NavigatorLayer = Of<typeof NavigatorLayer>;
