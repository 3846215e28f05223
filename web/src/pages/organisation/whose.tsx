import type { ReactElement } from 'react';
import { useAct } from '../../api/use-act.ts';
import { Allowed } from '../../frame/allowed.tsx';
import { organisationText } from '../../given/organisation-file.ts';
import { keepOrganisation, useWhom } from '../../given/organisation.ts';
import { Btn } from '../../kit/controls.tsx';
import { Doing } from '../../kit/states.tsx';
import { say } from '../../state/said.ts';
import { sayDate } from '../../words/count.ts';

/** Whose organisation is shown, this browser’s or the home’s, and how it becomes the other’s. */
export function Whose(): ReactElement | null {
  const { organisation, isOwn, kept } = useWhom();
  const { act, state } = useAct();
  if (organisation === undefined) return null;
  const keep = async (): Promise<void> => {
    const file = new File([organisationText(organisation)], 'org.yaml', { type: 'application/json' });
    const acted = await act(
      'org-keep',
      {},
      { files: { file: [file] }, words: ({ answer }) => `The home keeps ${answer.kept.organisation.name}.` },
    );
    if (acted !== undefined) keepOrganisation(undefined);
  };
  const forget = (): void => {
    keepOrganisation(undefined);
    say(
      kept === undefined
        ? `${organisation.name} is forgotten.`
        : `${organisation.name} is forgotten: this is for ${kept.organisation.name}, which the home keeps.`,
      () => keepOrganisation(organisation),
    );
  };
  const remove = (): void =>
    void act('org-remove', {}, { words: () => `The home keeps ${organisation.name} no longer.` });
  return (
    <div className="whose">
      <p className="quiet">
        {isOwn
          ? kept === undefined
            ? 'Yours: it stays in this browser.'
            : `Yours: it stays in this browser, and goes before ${kept.organisation.name}, which the home keeps.`
          : `The home keeps it since ${sayDate(kept?.keptAt.slice(0, 10) ?? '')}${kept?.level === undefined ? '' : `, TLP:${kept.level.toUpperCase()}`}: everybody who asks this server is answered for it.`}
      </p>
      {isOwn ? (
        <>
          <Allowed to="org-keep" what="To keep it in the home">
            <Btn disabled={state.is === 'doing'} onClick={() => void keep()}>
              Keep in the home
            </Btn>
          </Allowed>
          <Btn onClick={forget}>Forget mine</Btn>
        </>
      ) : (
        <Allowed to="org-remove" what={null}>
          <Btn disabled={state.is === 'doing'} onClick={remove}>
            Take out of the home
          </Btn>
        </Allowed>
      )}
      <Doing of={state} doing="It is kept." />
    </div>
  );
}
