/** Whether an address is in a network, both as people write them; undefined where the network is none. */
export function networkTest(network: string): ((address: string) => boolean) | undefined {
  const [address = '', length, ...rest] = network.split('/');
  const base = addressBits(address);
  if (base === undefined || rest.length > 0 || (length !== undefined && !/^\d{1,3}$/u.test(length)))
    return undefined;
  const bits = length === undefined ? base.length : Number(length);
  if (bits > base.length) return undefined;
  const prefix = base.slice(0, bits);
  return (text) => {
    const other = addressBits(text);
    return other !== undefined && other.length === base.length && other.startsWith(prefix);
  };
}

/** The bits of an address of IPv4 or IPv6, as a text of 0 and 1. An IPv4 address within IPv6 (`::ffff:10.0.0.1`) is the former. */
function addressBits(address: string): string | undefined {
  if (!address.includes(':')) return fourBits(address);
  if (address.length > 45) return undefined;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/iu.exec(address)?.[1];
  if (mapped !== undefined) return fourBits(mapped);
  const halves = address.split('::');
  const [head = [], tail = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - head.length - tail.length;
  if (halves.length > 2 || (halves.length === 2 ? missing < 1 : missing !== 0)) return undefined;
  const groups = [...head, ...Array.from({ length: missing }, () => '0'), ...tail];
  return groups.every((group) => /^[\da-f]{1,4}$/iu.test(group))
    ? groups.map((group) => Number.parseInt(group, 16).toString(2).padStart(16, '0')).join('')
    : undefined;
}

function fourBits(address: string): string | undefined {
  if (!/^\d{1,3}(?:\.\d{1,3}){3}$/u.test(address)) return undefined;
  const parts = address.split('.').map(Number);
  return parts.every((part) => part < 256)
    ? parts.map((part) => part.toString(2).padStart(8, '0')).join('')
    : undefined;
}
