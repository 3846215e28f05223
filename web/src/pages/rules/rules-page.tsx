import type { ReactElement } from 'react';
import type { AnswerOf } from 'foeprint/answers';
import { useAnswer } from '../../api/use-answer.ts';
import { ExportBtn } from '../../frame/overlays/export-btn.tsx';
import { Head, Section } from '../../kit/layout.tsx';
import { BarCell } from '../../kit/marks.tsx';
import { Answered, Empty, Skeleton } from '../../kit/states.tsx';
import { useShown } from '../../state/shown.ts';
import { several, spelled } from '../../words/count.ts';
import { joined } from '../../words/scope.ts';
import '../../kit/table.css';
import { Ask } from './ask.tsx';
import { OwnRules } from './own-rules.tsx';
import './rules.css';

type Rules = AnswerOf<'rules'>;

export function Page(): ReactElement {
  const rules = useAnswer('rules', {});
  useShown(rules.data);
  return (
    <Answered of={rules} title="Rules" skeleton={<Skeleton lines={6} />}>
      {({ answer }) => (
        <>
          <Head title="Rules" answer={<Sentence answer={answer} />} actions={<ExportBtn />} />
          <Ask relations={answer.relations.map(({ name }) => name)} />
          <InForce answer={answer} />
          <OwnRules />
          <Relations answer={answer} />
        </>
      )}
    </Answered>
  );
}

function Sentence({ answer: { rules, relations } }: { readonly answer: Rules }): ReactElement {
  const on = rules.filter(({ isOn }) => isOn);
  const packs = [...new Set(on.map(({ pack }) => pack))];
  const sum = (of: 'reported' | 'derived'): number =>
    relations.reduce((total, relation) => total + relation[of], 0);
  if (on.length === 0) return <>No rule is in force: every fact that is shown is reported.</>;
  return (
    <>
      <b>{several(on.length, 'rule')}</b> of {joined(packs)} {on.length === 1 ? 'derives' : 'derive'}{' '}
      <b>{spelled(sum('derived'))} facts</b> that no source reports, from {spelled(sum('reported'))} that
      sources do.
    </>
  );
}

function InForce({ answer: { rules } }: { readonly answer: Rules }): ReactElement {
  const most = Math.max(1, ...rules.map(({ derivations }) => derivations));
  return (
    <Section
      title="In force"
      about="what each concludes, and how much it hands on of how sure its premises are"
    >
      {rules.length === 0 ? (
        <Empty title="None.">The settings name no rule pack.</Empty>
      ) : (
        <table className="stackable rules">
          <thead>
            <tr>
              <th>Rule</th>
              <th>It says</th>
              <th>Concludes</th>
              <th className="number">Hands on</th>
              <th>Derivations</th>
            </tr>
          </thead>
          <tbody>
            {rules.map(({ name, pack, sentence, concludes, weight, isOn, derivations }) => (
              <tr key={`${pack} ${name}`}>
                <td>
                  <b>{name}</b> <span className="id">{pack}</span>
                  {isOn ? null : <span className="tag">off</span>}
                </td>
                <td className="whole-line">
                  <Pattern of={sentence} />
                </td>
                <td>
                  <code>{concludes}</code>
                </td>
                <td className="number">{Math.round(weight * 100)} %</td>
                <td>
                  <BarCell
                    kind="derived"
                    share={derivations / most}
                    words={spelled(derivations)}
                    width={80}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}

function Relations({ answer: { relations } }: { readonly answer: Rules }): ReactElement {
  const known = relations.filter(({ reported, derived }) => reported + derived > 0);
  const unused = relations.filter(({ reported, derived }) => reported + derived === 0);
  return (
    <Section title="What questions can speak of" about="relations, with their facts in view">
      <table className="stackable rules">
        <thead>
          <tr>
            <th>Relation</th>
            <th>It says</th>
            <th className="number">Reported</th>
            <th className="number">Derived</th>
          </tr>
        </thead>
        <tbody>
          {known.map(({ name, terms, sentence, reported, derived }) => (
            <tr key={name}>
              <td>
                <code>
                  {name}({terms.map((term) => term.name).join(', ')})
                </code>
              </td>
              <td className="whole-line">
                <Pattern of={sentence} names={terms.map((term) => term.name)} />
              </td>
              <td className="number">{spelled(reported)}</td>
              <td className="number">{derived === 0 ? '–' : spelled(derived)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {unused.length === 0 ? null : (
        <details className="note">
          <summary>{several(unused.length, 'relation')} without a fact in view</summary>
          {joined(unused.map(({ name }) => name))}
        </details>
      )}
    </Section>
  );
}

/** A sentence with places for things: `{A} uses {T}`, or `{0} uses {1}` with names for them. */
function Pattern({
  of,
  names = [],
}: {
  readonly of: string;
  readonly names?: readonly string[];
}): ReactElement {
  return (
    <>
      {of.split(/(\{\w+\})/u).map((part, index) => {
        const inner = /^\{(\w+)\}$/u.exec(part)?.[1];
        return inner === undefined ? part : <i key={index}>{names[Number(inner)] ?? inner}</i>;
      })}
    </>
  );
}
