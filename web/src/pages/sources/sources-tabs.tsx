import type { ReactElement } from 'react';
import { Tabs } from '../../kit/tabs.tsx';

/** What answers rest on: what is loaded, and what changed between releases of it. */
export function SourcesTabs({ here }: { readonly here: 'sources' | 'releases' }): ReactElement {
  return (
    <Tabs
      label="What answers rest on"
      of={[
        { to: '/sources', words: 'Loaded', isHere: here === 'sources' },
        { to: '/releases', words: 'Between releases', isHere: here === 'releases' },
      ]}
    />
  );
}
