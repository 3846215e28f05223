import { bullets, paragraph, type Block, type Document } from '../../render/index.ts';
import type { ForgetAnswer, ForgottenNow } from '../../answers/index.ts';
import { doneDocument } from '../done-document.ts';
import { count } from '../../text/index.ts';
import { storedDocument } from './loading-document.ts';

/** Objects that still name what is gone, listed before the rest is only counted. */
const MOST_NAMED = 10;

/** Which sources were taken out, what went with them, and how to take them back; or what was taken back or purged. */
export function forgetDocument({ forgotten, takenBack, purged }: ForgetAnswer): Document {
  if (takenBack.length > 0) return storedDocument(takenBack);
  if (purged.length > 0)
    return doneDocument(
      'Copies deleted of what was forgotten',
      purged.map(({ id, name }) => `${name} (${id})`),
    );
  return { title: 'Forgotten', blocks: forgotten.flatMap(forgottenBlocks) };
}

function forgottenBlocks(forgotten: ForgottenNow): readonly Block[] {
  const { source, objects, facts, shared, naming, canBeTakenBack } = forgotten;
  const kept = shared === 0 ? '' : `; ${count(shared, 'object')} that others report as well stay`;
  const gone = `${count(objects, 'object')} and ${count(facts, 'reported fact')} are gone${kept}.`;
  const back = canBeTakenBack
    ? `Take it back with \`foeprint forget --undo ${source.id}\`.`
    : 'No copy of it is kept: it can only be loaded again from where it came.';
  return [paragraph(`${source.name} (${source.id}): ${gone}`), ...namingBlocks(naming), paragraph(back)];
}

function namingBlocks(naming: ForgottenNow['naming']): readonly Block[] {
  if (naming.length === 0) return [];
  // What people know by a short name, such as an assertion, comes before relationships.
  const listed = naming.toSorted((one, other) => Number(one.label === '') - Number(other.label === ''));
  const others = naming.length - MOST_NAMED;
  return [
    paragraph(
      `${count(naming.length, 'object')} of other sources still name what nobody describes any more:`,
    ),
    bullets([
      ...listed.slice(0, MOST_NAMED).map(({ id, label }) => (label === '' ? id : `${label} (${id})`)),
      ...(others > 0 ? [`${others} more with --json`] : []),
    ]),
  ];
}
