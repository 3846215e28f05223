import { useState, type ReactElement } from 'react';
import { ApiFault } from '../../api/ask.ts';
import { readFile } from '../../api/read-file.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Go } from '../../frame/go.tsx';
import { hasPage } from '../../frame/thing.tsx';
import { keepOrganisation, useWhom } from '../../given/organisation.ts';
import { Head } from '../../kit/layout.tsx';
import { PickFile } from '../../kit/pick-file.tsx';
import { Empty, Fault, Notice, Skeleton } from '../../kit/states.tsx';
import { say } from '../../state/said.ts';
import { Everybody } from './everybody.tsx';
import './overview.css';
import { ForOrganisation } from './for-organisation.tsx';

/** Who, how, what to do: for an organisation where one is given, else of everybody who is known. */
export function Page(): ReactElement {
  const { organisation, isKnown } = useWhom();
  const status = useAnswer('status', {});
  if (status.data === undefined || !isKnown) return <Skeleton lines={4} />;
  if (status.data.answer.loaded.length === 0) return <NothingLoaded />;
  return organisation === undefined ? (
    <Everybody ask={<WhoseOverview />} />
  ) : (
    <ForOrganisation organisation={organisation} />
  );
}

/** A home with nothing in it: what to do first. */
function NothingLoaded(): ReactElement {
  return (
    <>
      <Head title="Nothing is loaded yet" />
      <Empty
        title="Answers come from sources, and this home has none."
        actions={
          hasPage('/sources') ? (
            <Go className="btn main" to="/sources">
              Load a source
            </Go>
          ) : undefined
        }
      >
        <code>foeprint sync</code> fetches ATT&CK and the galaxies, <code>foeprint load FILE</code> takes a
        file, and <code>npm run quickstart</code> a small fictional sample. What is loaded is noticed here by
        itself.
      </Empty>
    </>
  );
}

/** Asks for the file of an organisation. */
function WhoseOverview(): ReactElement {
  const [fault, setFault] = useState<ApiFault>();
  const read = async (file: File): Promise<void> => {
    try {
      const { value, issues } = await readFile('organisation', file);
      keepOrganisation(value);
      setFault(undefined);
      say(
        issues.length === 0
          ? `This is for ${value.name} from now on.`
          : `This is for ${value.name}; ${issues.length} lines of the file were not understood.`,
        () => keepOrganisation(undefined),
      );
    } catch (error) {
      if (!(error instanceof ApiFault)) throw error;
      setFault(error);
    }
  };
  return (
    <>
      <Notice
        title="For whom?"
        actions={
          <>
            <PickFile accept=".yaml,.yml,.json" onPick={(file) => void read(file)}>
              Read org.yaml
            </PickFile>
            {hasPage('/organisation') ? (
              <Go className="btn" to="/organisation">
                Describe an organisation
              </Go>
            ) : null}
          </>
        }
      >
        With sectors, countries and platforms of an organisation this page shows who is documented against
        organisations like it, how they work, and what to do first. They stay in this browser until you keep
        them in the home.
      </Notice>
      {fault === undefined ? null : <Fault fault={fault} />}
    </>
  );
}
