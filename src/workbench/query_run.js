// One query under way: it has a name, so that its progress can be asked for and it can be ended.

import { ask, endQuery, progressOf } from "./server.js";
import { readTable } from "./result_stream.js";

const pause = 400;

export class QueryRun {
  /** `progress` learns of {seconds, rows} a few times a second. */
  constructor(text, progress) {
    this.text = text;
    this.progress = progress;
    this.id = crypto.randomUUID?.() ?? `query-${Date.now()}-${Math.random().toString(36).slice(2, 12)}`;
    this.started = performance.now();
    this.rows = 0;
    this.ended = false;
  }

  get seconds() {
    return (performance.now() - this.started) / 1000;
  }

  /** The table; throws a Problem, or an AbortError after stop(). */
  async table() {
    this.abort = new AbortController();
    const timer = setInterval(() => this.look(), pause);
    try {
      const response = await ask(this.text, { id: this.id, signal: this.abort.signal });
      this.receiving = true;
      return await readTable(response, (rows) => (this.rows = rows));
    } finally {
      clearInterval(timer);
      this.ended = true;
    }
  }

  // Until the first part of the answer comes only the server knows how far it is.
  async look() {
    if (!this.receiving) {
      const now = await progressOf(this.id).catch(() => null);
      if (now) this.rows = now.rows;
    }
    if (!this.ended) this.progress({ seconds: this.seconds, rows: this.rows });
  }

  /** Ends the query, on the server too. */
  async stop() {
    this.stopped = true;
    // At once: who leaves before is told of an error that nobody made.
    const ended = endQuery(this.id).catch(() => {});
    this.abort.abort();
    await ended;
  }
}
