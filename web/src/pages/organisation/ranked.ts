import type { AnswerOf } from 'foeprint/answers';
import { text, truth } from '../../address/address.ts';

export type Threats = AnswerOf<'threats'>;
export type Threat = Threats['groups'][number];
export type RankFactor = Threat['factors'][number];

/** How many of the first groups are shown. */
export const TOP = 15;

/** What the address of the page says. */
export const FIELDS = {
  /** The group whose arithmetic is shown; the first where none is named. */
  explain: text(),
  /** Whether the profile is being changed. */
  edit: truth(false),
  /** Whether dormant groups are shown. */
  dormant: truth(false),
};

/** How addresses name a group. */
export function idOf({ group: { label, id } }: Threat): string {
  return label === '' ? id : label;
}

/** `supply-chain` as a head of a column. */
export function factorName(factor: string): string {
  const words = factor.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** `0.46`, `1`. */
export function figure(value: number): string {
  return String(Math.round(value * 100) / 100);
}
