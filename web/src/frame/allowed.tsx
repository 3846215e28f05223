import type { ActionName } from 'foeprint/answers';
import type { ReactElement, ReactNode } from 'react';
import { reaches, roleFor, useCaller } from '../api/use-caller.ts';

/** What offers an action, for those who may do it; for others in words what it takes. Nothing until it is known who asks. */
export function Allowed({
  to,
  what,
  children,
}: {
  /** The action. */
  readonly to: ActionName;
  /** What it is for whoever may not, as `To keep it`; the role that it takes is said behind it. Null to say nothing. */
  readonly what: string | null;
  readonly children: ReactNode;
}): ReactElement | null {
  const caller = useCaller();
  if (caller === undefined) return null;
  const role = roleFor(to);
  if (reaches(caller.role, role)) return <>{children}</>;
  if (what === null) return null;
  return (
    <p className="note">
      {what} takes the role {role}; yours is {caller.role}.
    </p>
  );
}
