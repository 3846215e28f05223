import { option, options } from '../question.ts';
import { HIDE_SIGHTINGS, SYNTHETIC } from './scope.ts';

/** Which sightings are meant: fields of every question that narrows them. */
export const NARROWED = {
  sectors: options('--sector <name>', 'only those of this sector (repeatable)'),
  organisations: options('--organisation <name>', 'only those of this organisation (repeatable)'),
  techniques: options(
    '--technique <technique>',
    'only those of this technique and what is under it (repeatable)',
  ),
  groups: options('--group <group>', 'only those of which the detection names this group (repeatable)'),
  month: option('--month <month>', 'only those of this month, e.g. 2026-03'),
  from: option('--from <date>', 'first day', { fallback: 'the oldest of the store' }),
  until: option('--until <date>', 'last day', { fallback: 'the newest of the store' }),
  hide: HIDE_SIGHTINGS,
  synthetic: SYNTHETIC,
};
