import type { ReactElement } from 'react';
import { ShareBar } from '../../kit/charts/bars.tsx';
import { Section } from '../../kit/layout.tsx';
import '../../kit/table.css';
import type { Comparison } from './compared.ts';

const WIDTH = 150;

/** Every pair: what they share, and what two groups of these sizes share by chance. */
export function Chance({ answer: { pairs } }: { readonly answer: Comparison }): ReactElement {
  const sorted = pairs.toSorted((one, other) => one.log10p - other.log10p);
  const most = Math.max(1, ...pairs.map(({ shared, expected }) => Math.max(shared, expected)));
  return (
    <Section title="More alike than chance?" about="against two groups of these sizes drawn at random">
      <div className="scroll" role="region" aria-label="Likeness against chance" tabIndex={0}>
        <table aria-label="Likeness of every pair">
          <thead>
            <tr>
              <th scope="col">Pair</th>
              <th scope="col">Shared, and expected by chance</th>
              <th scope="col" className="number">
                Jaccard
              </th>
              <th scope="col" className="number">
                Rarity
              </th>
              <th scope="col" className="number wide-only">
                p
              </th>
            </tr>
          </thead>
          <tbody>
            {sorted.map(({ left, right, shared, expected, jaccard, rarity, log10p }) => (
              <tr key={`${left.id} ${right.id}`}>
                <td>
                  {left.name} · {right.name}
                </td>
                <td>
                  <ShareBar share={shared / most} against={expected / most} width={WIDTH} words={shared} />
                  <span className="unseen">{`shared, ${expected.toFixed(1)} expected by chance`}</span>
                </td>
                <td className="number">{jaccard.toFixed(2)}</td>
                <td className="number">{rarity.toFixed(2)}</td>
                <td className="number wide-only">
                  <Probability log10p={log10p} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="note">
        The thin line is what chance alone would give. Rarity counts what few groups use for more. Groups do
        not draw at random, and popular techniques are popular with all: a large p says that an overlap means
        nothing, a small one only that sizes do not explain it.
      </p>
    </Section>
  );
}

/** As a power of ten where it is small. */
function Probability({ log10p }: { readonly log10p: number }): ReactElement {
  if (log10p > -3) return <>{Number((10 ** log10p).toPrecision(2))}</>;
  return (
    <>
      10<sup>{Math.round(log10p)}</sup>
    </>
  );
}
