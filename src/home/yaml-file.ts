// A door of its own, so that what needs no YAML does not load it.
export { readYaml } from '../intake/index.ts';
