import { useMemo, useState, type ReactElement } from 'react';
import type { AnswerOf } from 'foeprint/answers';
import type { DomainMatrix } from '../../api/answers.ts';
import { useAddress } from '../../address/use-address.ts';
import { ApiFault } from '../../api/ask.ts';
import { readFile } from '../../api/read-file.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { ExportBtn } from '../../frame/overlays/export-btn.tsx';
import { useShown } from '../../state/shown.ts';
import { useDensity } from '../../state/use-density.ts';
import { useWorkingSet } from '../../state/working-set.ts';
import { coverageGiven } from '../../given/coverage-given.ts';
import { giveCoverage, useGivenCoverage } from '../../given/coverage.ts';
import { useOrganisation } from '../../given/organisation.ts';
import { NoOrganisation } from '../../given/whom.tsx';
import { Btn, Check, Field, Seg } from '../../kit/controls.tsx';
import { Head } from '../../kit/layout.tsx';
import { Matrix } from '../../kit/matrix.tsx';
import { PickFile } from '../../kit/pick-file.tsx';
import { MatrixTools } from '../../kit/forms/matrix-tools.tsx';
import { Readout } from '../../kit/readout.tsx';
import { Answered, Fault, Skeleton } from '../../kit/states.tsx';
import { coverageMatrix, LEVEL_WORDS } from '../../marks/defence/coverage-matrix.ts';
import { several, spelled } from '../../words/count.ts';
import { joined } from '../../words/scope.ts';
import { againstOf, ENOUGH, FIELDS, type Against } from './against.ts';
import './coverage.css';
import { Gaps } from './gaps.tsx';
import { ForThisVisit } from './keep.tsx';
import { Kept } from './kept.tsx';
import { Plan } from './plan.tsx';
import { TechniquePanel } from './technique-panel.tsx';

export function Page(): ReactElement {
  const [address, change] = useAddress(FIELDS);
  const organisation = useOrganisation();
  const given = useGivenCoverage();
  const coverage = useMemo(() => coverageGiven(given), [given]);
  const against = againstOf(address, organisation, coverage);
  const show = useAnswer('coverage-show', { ...against.question, limit: 1, evidence: 0 });
  const matrix = useAnswer('matrix', {});
  useShown(show.data);
  return (
    <>
      <Answered of={show} title="Coverage" skeleton={<Skeleton lines={2} />}>
        {({ answer }) => (
          <Head
            title="Coverage"
            answer={<Sentence answer={answer} of={against.of} onStage={(stage) => change({ stage })} />}
            actions={<Given />}
          />
        )}
      </Answered>
      {against.of === 'all' && address.against === 'org' ? (
        <NoOrganisation>
          All techniques in view count alike. With an organisation, what is to be expected of the groups that
          are documented against others like it counts most.
        </NoOrganisation>
      ) : null}
      <ForThisVisit />
      <Tools against={against} />
      {/* What is wrong with the question is said once. */}
      {show.isError ? null : (
        <>
          <Answered of={show} skeleton={<Skeleton kind="rows" lines={12} />}>
            {(envelope) => (
              <Answered of={matrix} skeleton={<Skeleton kind="rows" lines={12} />}>
                {({ answer: { matrices } }) =>
                  matrices.map((each) => (
                    <Levels key={each.domain} matrix={each} answer={envelope.answer} against={against} />
                  ))
                }
              </Answered>
            )}
          </Answered>
          <Gaps against={against} />
          <Plan against={against} />
        </>
      )}
      <Kept />
      {address.technique === '' ? null : (
        <TechniquePanel
          technique={address.technique}
          against={against}
          onClose={() => change({ technique: '' })}
        />
      )}
      <Readout
        keys={[
          ['↑↓←→', 'move'],
          ['X', 'subs'],
          ['W', 'why'],
        ]}
      />
    </>
  );
}

type Shown = AnswerOf<'coverage-show'>;
type Stage = (typeof FIELDS)['stage'] extends { read(text: string | undefined): infer Value } ? Value : never;

/** How far detection has come, in a sentence; each number leads to the techniques behind it. */
function Sentence({
  answer: { counts },
  of,
  onStage,
}: {
  readonly answer: Shown;
  readonly of: Against['of'];
  readonly onStage: (stage: Stage) => void;
}): ReactElement {
  const at = (stage: string): number => counts.byStage[stage] ?? 0;
  const weight = (stage: string): number => counts.weightByStage[stage] ?? 0;
  const covered = weight('deployed') + weight('tested');
  const open = counts.weight === 0 ? 0 : 1 - covered / counts.weight;
  const number = (stage: Stage, words: string): ReactElement => (
    <a className="why" href="#gaps" onClick={() => onStage(stage)}>
      {spelled(at(stage))} {words}
    </a>
  );
  if (counts.of === 0) return <>No technique is looked at, so there is nothing to cover.</>;
  return (
    <>
      Of <b>{several(counts.of, 'technique')}</b>{' '}
      {{ org: 'to expect', groups: 'that these groups use', all: 'in view' }[of]},{' '}
      {number('tested', at('tested') === 1 ? 'is detected and tested' : 'are detected and tested')},{' '}
      {number('deployed', 'detected')}; for {number('rule', 'a rule is to hand')}, for{' '}
      {number('log-source', 'there are only logs')}, and of {number('none', 'nothing is known')}.{' '}
      {of === 'all' ? null : (
        <>
          <b>{Math.round(open * 100)} %</b>{' '}
          {of === 'org' ? 'of the expectation' : 'of what they use, weighed by how many do,'} is still open.
        </>
      )}
    </>
  );
}

/** Takes a file of coverage for this visit, beside what the home keeps. */
function Given(): ReactElement {
  const [fault, setFault] = useState<ApiFault>();
  const read = async (file: File): Promise<void> => {
    try {
      giveCoverage({ file: file.name, coverage: (await readFile('coverage', file)).value, sent: file });
      setFault(undefined);
    } catch (error) {
      if (!(error instanceof ApiFault)) throw error;
      setFault(error);
    }
  };
  return (
    <>
      <PickFile
        accept=".json,.ndjson,.yaml,.yml,.toml,.csv,.tsv,.txt,.zip,.gz,.tar"
        onPick={(file) => void read(file)}
      >
        Read coverage from…
      </PickFile>
      <ExportBtn />
      {fault === undefined ? null : (
        <div className="coverage-fault">
          <Fault fault={fault} />
        </div>
      )}
    </>
  );
}

function Tools({ against }: { readonly against: Against }): ReactElement {
  const [address, change] = useAddress(FIELDS);
  const organisation = useOrganisation();
  const kept = useWorkingSet();
  const [names, setNames] = useState(address.groups.join(', '));
  return (
    <>
      <MatrixTools
        legend={
          <span
            className="legend push"
            role="img"
            aria-label="Fill: level of coverage. Left edge: how much the technique counts."
          >
            {LEVEL_WORDS.map((words, level) => (
              <span key={words}>
                <i className={`swatch level-${level}`} />
                {level} {words}
              </span>
            ))}
            <span>
              <i className="swatch weight-swatch" />
              how much it counts
            </span>
          </span>
        }
      >
        <Seg
          label="Against"
          choices={[
            ...(organisation === undefined ? [] : [['org', organisation.name] as const]),
            ['groups', 'Groups'],
            ['all', 'All techniques'],
          ]}
          value={address.against === 'groups' ? 'groups' : against.of}
          onChange={(each) => change({ against: each })}
        />
        <Check label="Only gaps" checked={address.gaps} onChange={(gaps) => change({ gaps })} />
      </MatrixTools>
      {address.against === 'groups' ? (
        <form
          className="coverage-groups"
          onSubmit={(event) => {
            event.preventDefault();
            change({
              groups: names
                .split(',')
                .map((each) => each.trim())
                .filter((each) => each !== ''),
            });
          }}
        >
          <Field
            label="Groups: ids, names or aliases, with commas between"
            value={names}
            onChange={setNames}
            placeholder="APT28, G0016"
          />
          <Btn type="submit">Look at these</Btn>
          {kept.length === 0 ? null : (
            <Btn
              onClick={() => {
                setNames(kept.map(({ id }) => id).join(', '));
                change({ groups: kept.map(({ id }) => id) });
              }}
            >
              The working set
            </Btn>
          )}
          {address.groups.length === 0 ? null : (
            <p className="note">
              Coverage against what {joined(address.groups)} {address.groups.length === 1 ? 'is' : 'are'}{' '}
              reported or derived to use.
            </p>
          )}
        </form>
      ) : null}
    </>
  );
}

function Levels({
  matrix,
  answer,
  against,
}: {
  readonly matrix: DomainMatrix;
  readonly answer: Shown;
  readonly against: Against;
}): ReactElement | null {
  const [address, change] = useAddress(FIELDS);
  const [density] = useDensity();
  const columns = useMemo(
    () =>
      coverageMatrix(
        matrix,
        answer.columns.filter(({ domain }) => domain === matrix.domain),
        {
          weightOf: { org: 'expectation', groups: 'groups', all: 'nothing' }[against.of] as never,
          enough: ENOUGH,
        },
      ),
    [matrix, answer, against.of],
  );
  if (columns.every(({ cells }) => cells.length === 0)) return null;
  return (
    <Matrix
      columns={columns}
      label={`Coverage by tactic, ${matrix.name}`}
      density={density}
      hasGauge={against.of !== 'all'}
      gaugeOf="adversary"
      dimsAllButGaps={address.gaps}
      chosen={address.technique === '' ? [] : [address.technique]}
      onWhy={({ id }) => change({ technique: id })}
    />
  );
}
