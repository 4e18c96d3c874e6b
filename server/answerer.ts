import type { IncomingMessage, ServerResponse } from "node:http";

export interface Visit {
  method: string;
  /** path without the query */
  pathname: string;
  /** the query with its question mark, or an empty string */
  search: string;
  requestId: string;
  clientAddress: string;
}

/** One of the parts that share the port. The first whose `takes` says yes answers. */
export interface Answerer {
  name: string;
  takes(visit: Visit): boolean;
  answer(request: IncomingMessage, response: ServerResponse, visit: Visit): void | Promise<void>;
}

/** Something that starts with the process and must be ended with it: an index, a listener, a worker. */
export interface BackgroundPart {
  name: string;
  start(): Promise<{ stop(): Promise<void> }>;
  /** absent: ready as soon as it has started */
  readiness?(): { isReady: boolean; progress?: Record<string, number | string> };
}
