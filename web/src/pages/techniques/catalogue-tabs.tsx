import type { ReactElement } from 'react';
import { Tabs } from '../../kit/tabs.tsx';

/** What groups use: techniques, and software. */
export function CatalogueTabs({ here }: { readonly here: 'techniques' | 'software' }): ReactElement {
  return (
    <Tabs
      label="What groups use"
      of={[
        { to: '/techniques', words: 'Techniques', isHere: here === 'techniques' },
        { to: '/software', words: 'Software', isHere: here === 'software' },
      ]}
    />
  );
}
