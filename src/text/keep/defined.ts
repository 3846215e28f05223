/** An object whose fields that may be undefined may be absent instead. */
export type Defined<Fields> = {
  readonly [Name in keyof Fields as undefined extends Fields[Name] ? never : Name]: Fields[Name];
} & {
  readonly [Name in keyof Fields as undefined extends Fields[Name] ? Name : never]?: Exclude<
    Fields[Name],
    undefined
  >;
};

/** The object without the fields that are undefined. */
export function defined<Fields extends object>(fields: Fields): Defined<Fields> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- exactly what the filter does
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Defined<Fields>;
}
