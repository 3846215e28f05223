import type { Face } from './faces.ts';

/**
 * Characters of which every face has a glyph, one for each, that is never replaced by its neighbours: printable ASCII,
 * Latin-1, and the punctuation and arrows of our reports. A test compares this and what follows with what fontkit makes of
 * the fonts.
 */
export const SIMPLE = /^[ -~¡-¬®-ÿ–—‘’‚“”„†‡•…‰‹›€←↑→↓≈≤≥]*$/u;

/** Pairs of simple characters that a face sets closer together (or further apart), by how many of its 2048 units to the em. */
const PAIRS: Readonly<Record<Face, readonly (readonly [units: number, pairs: string])[]>> = {
  regular: [
    [-264, 'P,P.Y,Y.'],
    [-227, 'F,F.T,T.T:T;TaTcTeToTs'],
    [-188, 'V,V.Y-YeYoYq'],
    [-152, '11ATAVAYA’LTLVLWLYPATAVAVaYAYaYpv,v.y,y.'],
    [-133, 'Y;'],
    [-113, ' AA FAL’T-TwTyV-VeVoW,W.Y:YuYvr,r.w,w.'],
    [-76, 'AWL LyTiTrTuV:V;VrVuVyWAWaYi’ '],
    [-37, ' T YAvAwAyP RTRVRWRYT TOViW-W:W;WeWoWrWuY ff‘‘’s’’'],
    [-18, 'Wy'],
    [37, 'f’'],
    [76, 'r’'],
  ],
  bold: [
    [-264, 'P,P.'],
    [-227, 'F,F.T,T.T:T;Y,Y.'],
    [-188, 'AYLYV,V.YA'],
    [-152, 'ATAVLTLVPATATaTcTeToTsTuTwTyVAVoY:Y;YoYqv,v.y,y.'],
    [-113, '11AWA’FALWL’T-TrV-V:V;VaVeVrW,W.WAY-YaYeYpYuYvr,r.’ '],
    [-76, ' AA AvAyLyRYVuVyWaYiw,w.‘‘’s’’'],
    [-41, 'W-'],
    [-37, ' YAwL P RVRWTOTiViW:W;WeWoWrWuWyY '],
    [-18, 'Wi'],
    [37, 'f’'],
    [76, 'r’'],
  ],
  italic: [
    [-264, 'F,F.P,P.'],
    [-188, 'LYT,T-T.TaTcTeToTsY,Y.'],
    [-152, '11ATAYFALTPAT:T;TATrTuTwTyV,V.Y-Yav,v.y,y.'],
    [-113, 'AVLVL’VAYAYeYoYpYqr,w,w.’ '],
    [-76, ' AA A’LWP RYV-VaVeVoW,W.Y:Y;YuYvr.‘‘’’'],
    [-37, ' YAWAvAwF L LyRTRVRWTOV:V;ViVrVuVyW-WAWaWeY Yir-’s'],
    [-18, 'AyTiWi'],
    [76, 'f’r’'],
  ],
  code: [],
};

/** How much further apart than their widths say a face sets two simple characters, in its units; mostly 0. */
export function kernIn(face: Face): (pair: string) => number {
  const kerns = new Map(PAIRS[face].flatMap(([units, pairs]) => pairsIn(pairs).map((pair) => [pair, units])));
  return (pair) => kerns.get(pair) ?? 0;
}

function pairsIn(text: string): readonly string[] {
  return text.match(/../gsu) ?? [];
}
