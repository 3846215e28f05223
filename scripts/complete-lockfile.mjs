// Adds to package-lock.json what npm leaves out where the registry at hand lacks the packages of other platforms:
// without them `npm ci` refuses the lockfile on every platform. Run after `npm install`, which removes them again.
import { readFileSync, writeFileSync } from 'node:fs';

const FILE = 'package-lock.json';
const SYSTEMS = [
  'android',
  'darwin',
  'freebsd',
  'linux',
  'openharmony',
  'win32',
  'aix',
  'netbsd',
  'openbsd',
  'sunos',
];
const PROCESSORS = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el'];

const lock = JSON.parse(readFileSync(FILE, 'utf8'));
const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {}, dev }]) =>
  Object.entries(optionalDependencies)
    .filter(([name]) => !isInstalled(path, name))
    .map(([name, version]) => ({ name, version, dev })),
);
for (const { name, version, dev } of missing) {
  const flags = dev === true ? { dev, optional: true } : { optional: true };
  lock.packages[`node_modules/${name}`] = { version, ...flags, ...platformOf(name) };
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).toSorted(([a], [b]) => (a < b ? -1 : 1)));
if (missing.length > 0) writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${missing.length} packages added to ${FILE}`);

/** Whether a package is in the lockfile where `path` would find it. */
function isInstalled(path, name) {
  return `${path}/node_modules/${name}` in lock.packages || `node_modules/${name}` in lock.packages;
}

/** What the names of platform packages say, e.g. `@scope/binding-linux-arm64-musl`. */
function platformOf(name) {
  const words = name.split('/').at(-1).split(/[-_.]/);
  const system = SYSTEMS.find((each) => words.includes(each));
  const processor = PROCESSORS.find((each) => words.includes(each));
  if (system === undefined || processor === undefined) throw new Error(`${name} names no platform`);
  const library = words.some((word) => word.startsWith('musl')) ? { libc: ['musl'] } : {};
  return { os: [system], cpu: [processor], ...library };
}
