export { readBundle } from './stix/read-bundle.ts'; // a parsed STIX bundle → Delivery, or a refusal
export type { AboutDelivery } from './stix/describe-source.ts'; // what whoever read the bytes knows
export { INTAKE_ISSUES } from './issues.ts'; // what can be wrong with a delivery
