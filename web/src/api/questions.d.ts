/** How each question is written on a command line, and in which forms it is answered: made from the table of use cases by web/build/questions-plugin.ts. */
declare module 'virtual:questions' {
  export const QUESTIONS: Readonly<
    Record<
      string,
      {
        readonly command: string;
        readonly fields: Readonly<Record<string, string>>;
        readonly forms: readonly string[];
      }
    >
  >;
}
