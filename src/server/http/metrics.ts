import type { FastifyReply, FastifyRequest } from 'fastify';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What a server counts of itself, for Prometheus. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #requests = new Counter({
    name: 'foeprint_requests_total',
    help: 'Requests by route, method and status.',
    labelNames: ['route', 'method', 'status'],
    registers: [this.#registry],
  });
  readonly #seconds = new Histogram({
    name: 'foeprint_request_seconds',
    help: 'How long requests took, by route.',
    labelNames: ['route'],
    buckets: [0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 30],
    registers: [this.#registry],
  });
  readonly #answers = new Counter({
    name: 'foeprint_answers_total',
    help: 'Answers: kept from before, given anew, or held by whoever asked.',
    labelNames: ['how'],
    registers: [this.#registry],
  });

  /**
   * @param bytesKept bytes of the answers that are kept
   * @param threads those that answer beside the one that serves
   */
  constructor(bytesKept: () => number, threads: () => number) {
    gauge('foeprint_kept_answers_bytes', 'Bytes of the answers that are kept.', this.#registry, bytesKept);
    gauge('foeprint_answering_threads', 'Threads that answer.', this.#registry, threads);
    gauge('foeprint_memory_bytes', 'Memory of the process.', this.#registry, () => process.memoryUsage.rss());
    gauge('foeprint_up_seconds', 'How long the process runs.', this.#registry, () => process.uptime());
  }

  /** Counts a request that was answered. */
  count({ method, routeOptions: { url } }: FastifyRequest, { statusCode, elapsedTime }: FastifyReply): void {
    // Addresses that nobody serves are one: whoever makes them up must not fill the memory.
    const route = url ?? 'none';
    this.#requests.inc({ route, method, status: statusCode });
    this.#seconds.observe({ route }, elapsedTime / 1000);
  }

  /** Counts an answer. */
  countAnswer(how: 'kept' | 'anew' | 'held'): void {
    this.#answers.inc({ how });
  }

  /** All that was counted, as Prometheus reads it, and the media type of that. */
  async text(): Promise<{ readonly text: string; readonly type: string }> {
    return { text: await this.#registry.metrics(), type: this.#registry.contentType };
  }
}

function gauge(name: string, help: string, registry: Registry, value: () => number): void {
  void new Gauge({
    name,
    help,
    registers: [registry],
    collect() {
      this.set(value());
    },
  });
}
