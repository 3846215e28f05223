import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { text } from '../address/address.ts';
import { useAddress } from '../address/use-address.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useKeys } from '../keys/keys.ts';
import { Btn } from '../kit/controls.tsx';
import { Answered, Skeleton } from '../kit/states.tsx';
import { Why } from '../kit/reasons/why.tsx';
import { useShown } from '../state/shown.ts';
import { Otherwise } from './assertions/otherwise.tsx';
import { copyWithSources } from './overlays/copy.ts';
import { Go } from './go.tsx';

const FIELDS = { why: text() };

/** What the address asks why of: `?why=G0016~T1055` is the pair; both empty where it asks nothing. */
export function useWhy(): {
  readonly first: string;
  readonly second: string;
  readonly open: (first: string, second: string) => void;
  readonly close: () => void;
} {
  const [{ why }, change] = useAddress(FIELDS);
  const [first = '', second = ''] = why.split('~');
  return {
    first: second === '' ? '' : first,
    second,
    open: (one, other) => change({ why: `${one}~${other}` }),
    close: () => change({ why: '' }),
  };
}

export interface WithWhyProps {
  readonly children: ReactNode;
  /** What stands below both, over the whole width: the readout. */
  readonly foot?: ReactNode;
  /** Pairs that `[` and `]` step through without closing the panel, as `first~second`. */
  readonly pairs?: readonly string[];
}

/** A page, with the panel of reasons beside it where the address asks why. */
export function WithWhy({ children, foot, pairs = [] }: WithWhyProps): ReactElement {
  const why = useWhy();
  const isOpen = why.second !== '';
  return (
    <>
      <div className={`split${isOpen ? ' open' : ''}`}>
        <div>{children}</div>
        {isOpen ? <WhyPanel pairs={pairs} {...why} /> : null}
      </div>
      {foot}
    </>
  );
}

function WhyPanel({
  first,
  second,
  pairs,
  open,
  close,
}: {
  readonly first: string;
  readonly second: string;
  readonly pairs: readonly string[];
  readonly open: (first: string, second: string) => void;
  readonly close: () => void;
}): ReactElement {
  const explain = useAnswer('explain', { first, second, limit: 3 });
  useShown(explain.data);
  const panel = useRef<HTMLElement>(null);
  const cameFrom = useRef<Element | null>(null);
  useEffect(() => {
    cameFrom.current = document.activeElement;
    return () => {
      // Closed: the focus goes back to the cell or the row whose reasons these are.
      if (cameFrom.current instanceof HTMLElement && cameFrom.current.isConnected) cameFrom.current.focus();
    };
  }, []);
  const step = (by: 1 | -1): void => {
    const at = pairs.indexOf(`${first}~${second}`);
    const next = pairs[(at + by + pairs.length) % Math.max(1, pairs.length)];
    const [one, other] = next?.split('~') ?? [];
    if (one !== undefined && other !== undefined) open(one, other);
  };
  useKeys('With reasons open', [
    { key: '[', does: 'the one before', run: () => step(-1) },
    { key: ']', does: 'the next one', run: () => step(1) },
    { key: 'Escape', does: 'close', run: close },
  ]);
  return (
    <aside ref={panel} className="why-panel" aria-label="Why">
      <button type="button" className="icon close" aria-label="Close (Esc)" onClick={close}>
        <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
          <path d="M1 1l10 10M11 1L1 11" stroke="currentColor" strokeWidth="1.6" />
        </svg>
      </button>
      <div aria-live="polite">
        <Answered of={explain} skeleton={<Skeleton lines={5} />}>
          {({ answer }) =>
            answer.explanations.map((explanation, index) => (
              <Why
                key={explanation.fact.key}
                of={explanation}
                level={index === 0 ? 2 : 3}
                {...(index === answer.explanations.length - 1
                  ? {
                      actions: (
                        <>
                          <Btn keyName="Y" onClick={() => void copyWithSources()}>
                            Copy with sources
                          </Btn>
                          <Go className="btn bare" to={`/why/${first}/${second}`}>
                            Open as page
                          </Go>
                        </>
                      ),
                    }
                  : {})}
              />
            ))
          }
        </Answered>
      </div>
      {explain.data === undefined || explain.isPlaceholderData ? null : (
        <Otherwise key={`${first}~${second}`} first={first} second={second} of={explain.data.answer} />
      )}
    </aside>
  );
}
