import { Btn, Tag } from '../../kit/controls.tsx';
import { BarCell } from '../../kit/marks.tsx';
import type { TableColumn } from '../../kit/table.tsx';
import type { LoadedSource } from '../../api/answers.ts';
import { spelled } from '../../words/count.ts';

const STANDINGS: Readonly<Record<LoadedSource['standing'], string>> = {
  'in-view': 'in view',
  'other-release': 'another release is in view',
  'not-selected': 'its series is not asked for',
  sample: 'the sample, while there is real knowledge',
};

/**
 * What a table of sources has of each.
 *
 * @param forget takes a source out; undefined where that is not offered
 */
export function columnsOf(
  loaded: readonly LoadedSource[],
  forget: ((source: LoadedSource) => void) | undefined,
): readonly TableColumn<LoadedSource>[] {
  const most = Math.max(1, ...loaded.map(({ objects }) => objects));
  return [
    {
      id: 'name',
      head: 'Source',
      by: ({ name }) => name.toLowerCase(),
      className: 'no-wrap',
      cell: ({ name, id }) => (
        <>
          <b>{name}</b>
          <br />
          <span className="id">{id}</span>
        </>
      ),
    },
    { id: 'kind', head: 'Kind', by: ({ kind }) => kind, onPhones: 'hidden', cell: ({ kind }) => kind },
    {
      id: 'standing',
      head: 'In view',
      by: ({ standing }) => standing,
      cell: ({ standing, level }) => (
        <>
          {standing === 'in-view' ? 'yes' : <span className="quiet">no: {STANDINGS[standing]}</span>}
          {level === undefined ? null : (
            <>
              {' '}
              <Tag>TLP:{level.toUpperCase()}</Tag>
            </>
          )}
        </>
      ),
    },
    {
      id: 'objects',
      head: 'Objects',
      by: ({ objects }) => objects,
      isLargestFirst: true,
      onPhones: 'hidden',
      cell: ({ objects }) => (
        <BarCell share={objects / most} words={spelled(objects)} kind="neutral" width={80} />
      ),
    },
    {
      id: 'loaded',
      head: 'Loaded',
      by: ({ loadedAt }) => loadedAt,
      isLargestFirst: true,
      onPhones: 'hidden',
      className: 'no-wrap',
      cell: ({ loadedAt, file }) => (
        <>
          {loadedAt.slice(0, 10)}
          <br />
          <span className="faint">{file}</span>
        </>
      ),
    },
    {
      id: 'statement',
      head: 'Licence and statement',
      onPhones: 'line',
      className: 'quiet',
      cell: ({ statements }) =>
        statements.length === 0 ? (
          <span className="faint">none is asked to be kept</span>
        ) : (
          statements.join(' ')
        ),
    },
    {
      id: 'sha256',
      head: 'SHA-256',
      onPhones: 'hidden',
      cell: ({ sha256 }) => <code title={sha256}>{sha256.slice(0, 12)}</code>,
    },
    ...(forget === undefined
      ? []
      : [
          {
            id: 'forget',
            head: <span className="unseen">Forget</span>,
            className: 'no-wrap',
            cell: (source: LoadedSource) => (
              <Btn kind="bare" aria-label={`Forget ${source.name}`} onClick={() => forget(source)}>
                Forget
              </Btn>
            ),
          },
        ]),
  ];
}
