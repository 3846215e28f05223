import type { ReactElement } from 'react';
import { useAnswer } from '../../api/use-answer.ts';
import { Go, useGo } from '../../frame/go.tsx';
import { useKeys } from '../../keys/keys.ts';
import { Btn } from '../../kit/controls.tsx';
import { Tray } from '../../kit/tray.tsx';
import { spelledOut, someOf } from '../../words/every.ts';
import { addressOf } from './group-columns.tsx';

/** Most that are compared with each other at once. */
const MOST = 8;

interface Named {
  readonly id: string;
  readonly label: string;
  readonly name: string;
}

/** Groups that are chosen, what all of them are reported to use, and what to do with them. */
export function ChosenGroups({
  pick,
  names,
  onChange,
}: {
  readonly pick: readonly string[];
  /** Groups in sight; one that was chosen and is not among them any more is called by its id. */
  readonly names: readonly Named[];
  readonly onChange: (pick: readonly string[]) => void;
}): ReactElement {
  const go = useGo();
  const canCompare = pick.length >= 2 && pick.length <= MOST;
  const compare = useAnswer('compare', canCompare ? { groups: pick } : undefined);
  const goCompare = (): void => go('/compare', { of: pick.join(',') });
  useKeys('With chosen groups', canCompare ? [{ key: 'c', does: 'compare them', run: goCompare }] : []);
  const byAddress = new Map(names.map((each) => [addressOf(each), each.name]));
  const shared = canCompare
    ? compare.data?.answer.sharedBy.find(({ groups }) => groups === pick.length)?.techniques
    : undefined;
  const query = pick.map((each) => `groups=${encodeURIComponent(each)}`).join('&');
  return (
    <Tray
      chosen={pick.map((id) => ({ id, name: byAddress.get(id) ?? id }))}
      onRemove={(id) => onChange(pick.filter((each) => each !== id))}
      actions={
        <>
          {canCompare && compare.data !== undefined && !compare.isPlaceholderData ? (
            <span className="wide-only">
              {shared === undefined || shared.length === 0
                ? `Nothing is reported of all ${spelledOut(pick.length)}.`
                : `${shared.length} reported of all ${spelledOut(pick.length)}: ${someOf(
                    shared.map(({ name }) => name),
                    2,
                  )}`}
            </span>
          ) : null}
          {canCompare ? (
            <Go className="btn main" to="/compare" search={{ of: pick.join(',') }}>
              Compare <kbd aria-hidden="true">C</kbd>
            </Go>
          ) : null}
          {pick.length >= 2 ? (
            <a
              className="btn"
              href={`/api/overlap-groups?${query}&format=svg`}
              target="_blank"
              rel="noreferrer"
            >
              Heat map
            </a>
          ) : null}
          <a className="btn" href={`/api/layer?${query}&format=layer`} download="layer.json">
            Layer
          </a>
          <Btn onClick={() => onChange([])}>Clear</Btn>
        </>
      }
    />
  );
}
