import type { Content } from '../render/index.ts';
import { linesOf } from './line.ts';
import type { Look } from './look.ts';
import { part, type Part } from './part.ts';
import { runsOf } from './run.ts';
import type { Setting } from './setting.ts';

/** Sets running text, aligned left, as a part of its own. */
export function setText(content: Content, look: Look, type: Part['type'], setting: Setting): void {
  const textPart = part(type, setting.within);
  const lines = linesOf(runsOf(content, look, textPart, setting.pen), setting.width, setting.pen);
  setting.flow.lines(lines, look, () => setting.left);
}
