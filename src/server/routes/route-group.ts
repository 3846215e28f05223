import type { FastifyInstance } from 'fastify';
import type { Serving } from '../serving.ts';

/** Routes that belong together. */
export interface RouteGroup {
  readonly name: string;
  readonly register: (app: FastifyInstance, serving: Serving) => void | Promise<void>;
}
