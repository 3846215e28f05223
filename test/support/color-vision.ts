import { channels } from '../../src/threat/index.ts';

/** How colours reach those who see them differently: Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB. */
export const COLOR_VISION = {
  none: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
} as const;

/** CIE L* of a colour as seen so: 0 is black, 100 is white. Grey print shows nothing else. */
export function lightnessSeen(matrix: readonly number[], color: string): number {
  const linear = channels(color).map((value) => toLinear(value / 255));
  const [red = 0, green = 0, blue = 0] = [0, 3, 6].map((row) =>
    linear.reduce((total, value, at) => total + value * (matrix[row + at] ?? 0), 0),
  );
  return 116 * Math.cbrt(Math.max(0, 0.2126 * red + 0.7152 * green + 0.0722 * blue)) - 16;
}

function toLinear(share: number): number {
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
