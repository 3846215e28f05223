/** Names of colours in CSS (w3.org/TR/css-color-4, named colours), each with its red, green and blue as hexadecimal. */
const NAMED = `
aliceblue f0f8ff antiquewhite faebd7 aqua 00ffff aquamarine 7fffd4 azure f0ffff beige f5f5dc bisque ffe4c4 black 000000
blanchedalmond ffebcd blue 0000ff blueviolet 8a2be2 brown a52a2a burlywood deb887 cadetblue 5f9ea0 chartreuse 7fff00
chocolate d2691e coral ff7f50 cornflowerblue 6495ed cornsilk fff8dc crimson dc143c cyan 00ffff darkblue 00008b darkcyan 008b8b
darkgoldenrod b8860b darkgray a9a9a9 darkgreen 006400 darkgrey a9a9a9 darkkhaki bdb76b darkmagenta 8b008b darkolivegreen 556b2f
darkorange ff8c00 darkorchid 9932cc darkred 8b0000 darksalmon e9967a darkseagreen 8fbc8f darkslateblue 483d8b
darkslategray 2f4f4f darkslategrey 2f4f4f darkturquoise 00ced1 darkviolet 9400d3 deeppink ff1493 deepskyblue 00bfff
dimgray 696969 dimgrey 696969 dodgerblue 1e90ff firebrick b22222 floralwhite fffaf0 forestgreen 228b22 fuchsia ff00ff
gainsboro dcdcdc ghostwhite f8f8ff gold ffd700 goldenrod daa520 gray 808080 green 008000 greenyellow adff2f grey 808080
honeydew f0fff0 hotpink ff69b4 indianred cd5c5c indigo 4b0082 ivory fffff0 khaki f0e68c lavender e6e6fa lavenderblush fff0f5
lawngreen 7cfc00 lemonchiffon fffacd lightblue add8e6 lightcoral f08080 lightcyan e0ffff lightgoldenrodyellow fafad2
lightgray d3d3d3 lightgreen 90ee90 lightgrey d3d3d3 lightpink ffb6c1 lightsalmon ffa07a lightseagreen 20b2aa lightskyblue 87cefa
lightslategray 778899 lightslategrey 778899 lightsteelblue b0c4de lightyellow ffffe0 lime 00ff00 limegreen 32cd32 linen faf0e6
magenta ff00ff maroon 800000 mediumaquamarine 66cdaa mediumblue 0000cd mediumorchid ba55d3 mediumpurple 9370db
mediumseagreen 3cb371 mediumslateblue 7b68ee mediumspringgreen 00fa9a mediumturquoise 48d1cc mediumvioletred c71585
midnightblue 191970 mintcream f5fffa mistyrose ffe4e1 moccasin ffe4b5 navajowhite ffdead navy 000080 oldlace fdf5e6 olive 808000
olivedrab 6b8e23 orange ffa500 orangered ff4500 orchid da70d6 palegoldenrod eee8aa palegreen 98fb98 paleturquoise afeeee
palevioletred db7093 papayawhip ffefd5 peachpuff ffdab9 peru cd853f pink ffc0cb plum dda0dd powderblue b0e0e6 purple 800080
rebeccapurple 663399 red ff0000 rosybrown bc8f8f royalblue 4169e1 saddlebrown 8b4513 salmon fa8072 sandybrown f4a460
seagreen 2e8b57 seashell fff5ee sienna a0522d silver c0c0c0 skyblue 87ceeb slateblue 6a5acd slategray 708090 slategrey 708090
snow fffafa springgreen 00ff7f steelblue 4682b4 tan d2b48c teal 008080 thistle d8bfd8 tomato ff6347 transparent 00000000
turquoise 40e0d0 violet ee82ee wheat f5deb3 white ffffff whitesmoke f5f5f5 yellow ffff00 yellowgreen 9acd32`;

const BY_NAME: ReadonlyMap<string, string> = new Map(
  NAMED.trim()
    .split(/\s+/)
    .flatMap((name, index, all) => (index % 2 === 0 ? [[name, all[index + 1] ?? ''] as const] : [])),
);

// The Navigator's own reader takes the numbers without brackets too.
const FUNCTION = /^(rgb|hsl|hsv|hwb)a?(?:\(\s*([^()]*?)\s*\)|\s+([^()]*))$/u;

/**
 * A colour as people and browsers write it, as hexadecimal: names of CSS, `rgb()`, `rgba()`, `hsl()`, `hsla()`, `hsv()`, `hwb()`,
 * hexadecimal of 3, 4, 6 or 8 digits with or without `#`. What is hexadecimal already stays as it is.
 *
 * @returns `#rgb`, `#rrggbb`, or `#rrggbbaa` where it lets something through; undefined where the text is no colour
 */
export function hexColorOf(text: string): string | undefined {
  const trimmed = text.trim();
  const plain = trimmed.toLowerCase();
  const named = BY_NAME.get(plain);
  if (named !== undefined) return `#${named}`;
  const [, digits = ''] = /^#?((?:[\da-f]{3,4}){1,2})$/iu.exec(trimmed) ?? [];
  if (digits.length === 4) return `#${digits.replaceAll(/./gu, '$&$&')}`;
  if (digits !== '') return `#${digits}`;
  const [, name = '', inBrackets = '', listed = inBrackets] = FUNCTION.exec(plain) ?? [];
  const [first, second, third, alpha = '1', ...more] = listed.split(/\s*[\s,/]\s*/u);
  const mix = MIXES[name];
  if (mix === undefined || first === undefined || second === undefined || third === undefined)
    return undefined;
  const opacity = share(alpha, 1);
  const mixed = mix(first, second, third);
  if (more.length > 0 || opacity === undefined || mixed === undefined) return undefined;
  return `#${mixed.map(pair).join('')}${opacity < 1 ? pair(opacity) : ''}`;
}

/** Red, green and blue, each 0 … 1. */
type Mixed = readonly [red: number, green: number, blue: number];

function rgb(...parts: readonly [string, string, string]): Mixed | undefined {
  const [red, green, blue] = parts.map((part) => share(part, 255));
  return red === undefined || green === undefined || blue === undefined ? undefined : [red, green, blue];
}

type Mix = (...parts: readonly [string, string, string]) => Mixed | undefined;

/** A mix of a hue and two percentages. */
const ofHue =
  (mixed: (hue: number, first: number, second: number) => Mixed): Mix =>
  (turn, one, other) => {
    const hue = hueOf(turn);
    const [first, second] = [share(one, 100), share(other, 100)];
    return hue === undefined || first === undefined || second === undefined
      ? undefined
      : mixed(hue, first, second);
  };

/** By hue, saturation and value, as pickers of colours have them. */
function hsv(hue: number, saturation: number, value: number): Mixed {
  const lightness = value * (1 - saturation / 2);
  const room = Math.min(lightness, 1 - lightness);
  return hsl(hue, room === 0 ? 0 : (value - lightness) / room, lightness);
}

/** A pure hue with white and black: CSS Color 4, section 8. */
function hwb(hue: number, white: number, black: number): Mixed {
  const sum = Math.max(1, white + black);
  const [red, green, blue] = hsl(hue, 1, 0.5);
  const mixed = (pure: number): number => (pure * (sum - white - black) + white) / sum;
  return [mixed(red), mixed(green), mixed(blue)];
}

const MIXES: Readonly<Record<string, Mix>> = { rgb, hsl: ofHue(hsl), hsv: ofHue(hsv), hwb: ofHue(hwb) };

function hueOf(turn: string): number | undefined {
  const [, degrees] = /^(-?[\d.]+)(?:deg)?$/u.exec(turn) ?? [];
  const hue = Number(degrees);
  return Number.isFinite(hue) ? hue : undefined;
}

/** By the formula of CSS Color 4, section 7. */
function hsl(hue: number, saturation: number, lightness: number): Mixed {
  const channel = (offset: number): number => {
    const at = (((offset + hue / 30) % 12) + 12) % 12;
    const reach = saturation * Math.min(lightness, 1 - lightness);
    return lightness - reach * Math.max(-1, Math.min(at - 3, 9 - at, 1));
  };
  return [channel(0), channel(8), channel(4)];
}

/** A number of a scale, or a percentage, as 0 … 1; what is beyond the ends is at the end. */
function share(text: string, highest: number): number | undefined {
  const [, number, percent] = /^([+-]?(?:\d+\.?\d*|\.\d+))(%?)$/u.exec(text) ?? [];
  if (number === undefined) return undefined;
  return Math.min(1, Math.max(0, Number(number) / (percent === '%' ? 100 : highest)));
}

function pair(value: number): string {
  return Math.round(value * 255)
    .toString(16)
    .padStart(2, '0');
}
