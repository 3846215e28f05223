/** An address in a text, from its first character to behind its last. */
export interface AddressInText {
  readonly start: number;
  readonly end: number;
}

/** Which of the addresses of a text a place is in; to be asked from left to right. */
export function addressesIn(text: string, pattern: RegExp): (place: number) => AddressInText | undefined {
  const addresses = [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
  let next = 0;
  return (place) => {
    while ((addresses[next]?.end ?? Infinity) <= place) next += 1;
    const address = addresses[next];
    return address !== undefined && address.start <= place ? address : undefined;
  };
}
