/** How each action is written on a command line, and whoever may do it at least: made from the table of actions by web/build/actions-plugin.ts. */
declare module 'virtual:actions' {
  import type { ActionName } from 'foeprint/answers';

  export const ACTIONS: Readonly<
    Record<
      ActionName,
      {
        readonly command: string;
        readonly fields: Readonly<Record<string, string>>;
        readonly role: 'analyst' | 'admin';
      }
    >
  >;
}
