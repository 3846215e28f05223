import type { DeliveredObject, Delivery } from '../../src/facts/index.ts';
import { type RawObject, delivered, object } from '../support/world/build.ts';

/** The made-up group whose description the tests write. */
export const GULL = { name: 'Amber Gull', aliases: ['Amber Gull', 'Iranian Tern'] };

/** A bundle with one thing of this description. */
export function described(description: string, type = 'intrusion-set', fields: RawObject = {}): Delivery {
  const thing = object(type, 1, { ...GULL, description, ...fields });
  return delivered('prose', thing);
}

/** The claims read out of prose. */
export function claimsOf({ objects }: Delivery): readonly DeliveredObject[] {
  return objects.filter(({ raw }) => raw['extracted_by'] !== undefined);
}

/** What is read out of prose, one fact a line: `targets Ukraine`, `originates-from Iran (suspected)`. */
export function factsRead(delivery: Delivery): readonly string[] {
  const names = new Map(delivery.objects.map(({ id, entity }) => [id, entity?.name ?? id]));
  return claimsOf(delivery).flatMap(({ raw, statements }) =>
    statements.map(({ relation, object: said }) => {
      const what = typeof said === 'string' ? (names.get(said) ?? said) : said.literal;
      const { confidence } = raw;
      return [relation, what, ...(typeof confidence === 'string' ? [`(${confidence})`] : [])].join(' ');
    }),
  );
}
