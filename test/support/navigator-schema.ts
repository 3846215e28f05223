import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';

const schema: object = JSON.parse(
  readFileSync(new URL('../../schemas/navigator-layer-4.5.schema.json', import.meta.url), 'utf8'),
);
const validate = new Ajv2020({ allErrors: true }).compile(schema);

/** What keeps a text from being a Navigator file of format 4.5; empty where nothing does. */
export function schemaFaults(text: string): readonly string[] {
  validate(JSON.parse(text));
  return (validate.errors ?? []).map((error) => `${error.instancePath}: ${error.message ?? ''}`);
}
