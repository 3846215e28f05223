import type { ReactElement } from 'react';
import { Tabs } from '../../kit/tabs.tsx';

/** What answers rest on: what is loaded, what changed between releases of it, and who changed what here. */
export function SourcesTabs({ here }: { readonly here: 'sources' | 'releases' | 'journal' }): ReactElement {
  return (
    <Tabs
      label="What answers rest on"
      of={[
        { to: '/sources', words: 'Loaded', isHere: here === 'sources' },
        { to: '/releases', words: 'Between releases', isHere: here === 'releases' },
        { to: '/journal', words: 'Journal', isHere: here === 'journal' },
      ]}
    />
  );
}
