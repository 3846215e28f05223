import type { AnswerOf } from 'foeprint/answers';
import type { ReactElement } from 'react';
import { Go } from '../../frame/go.tsx';
import { Print } from '../../kit/marks.tsx';
import { Popover } from '../../kit/popover.tsx';
import type { TableColumn } from '../../kit/table.tsx';

type Prints = AnswerOf<'prints'>;
type GroupPrint = Prints['groups'][number];
type FoundGroup = AnswerOf<'groups'>['groups'][number];

/** How addresses name a group: by its ATT&CK id, else by its STIX id. */
export function addressOf({ label, id }: Pick<GroupPrint, 'label' | 'id'>): string {
  return label === '' ? id : label;
}

/** Columns of the table of groups; who claims it only where something was asked for that sources claim. */
export function columnsOf(
  { tactics }: Prints,
  found: AnswerOf<'groups'> | undefined,
): readonly TableColumn<GroupPrint>[] {
  const byId = new Map(found?.groups.map((each) => [each.group.id, each]));
  const asked = found?.asked ?? [];
  const hasMatches = (found?.keywords.length ?? 0) > 0;
  return [
    {
      id: 'print',
      head: 'Print',
      onPhones: 'hidden',
      cell: (group) => (
        <Print
          of={tactics.map(({ techniques }, index) => ({
            reported: group.directByTactic[index] ?? 0,
            derived: group.derivedByTactic[index] ?? 0,
            all: techniques,
          }))}
        />
      ),
    },
    {
      id: 'name',
      head: 'Group',
      by: ({ name }) => name.toLowerCase(),
      className: 'no-wrap',
      cell: (group) => (
        <>
          <Go className="name" to={`/groups/${encodeURIComponent(addressOf(group))}`}>
            {group.name}
          </Go>{' '}
          <span className="id">{group.label}</span>
        </>
      ),
    },
    {
      id: 'names',
      head: 'Also called',
      onPhones: 'hidden',
      className: 'one-line quiet',
      cell: ({ aliases }) => aliases.join(', '),
    },
    ...(hasMatches
      ? [
          {
            id: 'words',
            head: 'In which words',
            onPhones: 'line' as const,
            className: 'quiet',
            cell: (group: GroupPrint) => <span className="two-lines">{excerptOf(byId.get(group.id))}</span>,
          },
        ]
      : []),
    {
      id: 'seen',
      head: 'Seen',
      by: ({ lastSeen = '' }) => lastSeen,
      isLargestFirst: true,
      className: 'no-wrap',
      cell: ({ lastSeen }) => (lastSeen === undefined ? '–' : lastSeen.slice(0, 7)),
    },
    {
      id: 'reported',
      head: 'Reported',
      by: ({ direct }) => direct,
      isNumber: true,
      onPhones: 'hidden',
      cell: ({ direct }) => direct,
    },
    {
      id: 'derived',
      head: 'Derived',
      by: ({ derived }) => derived,
      isNumber: true,
      onPhones: 'hidden',
      className: 'faint',
      cell: ({ derived }) => derived,
    },
    ...(asked.length > 0
      ? [
          {
            id: 'claimed',
            head: asked.length === 1 ? `Who claims ${asked[0]?.label ?? ''}` : 'Who claims it',
            onPhones: 'hidden' as const,
            className: 'no-wrap',
            cell: (group: GroupPrint) => <Claimed of={byId.get(group.id)} />,
          },
        ]
      : []),
  ];
}

function excerptOf(found: FoundGroup | undefined): string {
  return found?.matches.map(({ excerpt }) => excerpt).join(' · ') ?? '';
}

/** Who claims what was asked for; it opens to the words of each. */
function Claimed({ of }: { readonly of: FoundGroup | undefined }): ReactElement | null {
  const claims = (of?.traits ?? []).flatMap(({ label, claims: each }) =>
    each.map((claim) => ({ of: label, ...claim })),
  );
  const by = [...new Set(claims.map((claim) => claim.by))];
  const [first, second] = by;
  if (of === undefined || first === undefined) return null;
  const short = [first, second].flatMap((each) => (each === undefined ? [] : [shortSource(each)]));
  return (
    <Popover
      label={`Who claims it of ${of.group.name}`}
      button={
        <button type="button" className="why" tabIndex={-1}>
          {[...new Set(short)].join(', ')}
          {by.length > 2 ? ` +${by.length - 2}` : ''}
        </button>
      }
    >
      {() => (
        <ul className="claims">
          {claims.slice(0, 40).map((claim, index) => (
            <li key={index}>
              <span>
                <b>{claim.of}</b> · {claim.by}
                {claim.extractedBy === '' ? '' : ' · read out of prose'}
                {claim.confidence === '' ? '' : ` · ${claim.confidence}`}
              </span>
              {claim.via === '' ? null : <span className="faint">{claim.via}</span>}
              {claim.sentence === '' ? null : <q>{claim.sentence}</q>}
            </li>
          ))}
          {claims.length > 40 ? <li className="faint">and {claims.length - 40} more claims</li> : null}
        </ul>
      )}
    </Popover>
  );
}

/** `Tidal Cyber, in MISP galaxy Tidal Groups 1` is known by its claimant. */
function shortSource(by: string): string {
  return by.split(', in ')[0] ?? by;
}
