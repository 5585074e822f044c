import http from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Fetch, FetchResponse } from '../../links/ports.js';

/** Milliseconds for which a connection nobody uses is kept. */
const IDLE = 4_000;

/** Bytes: pages with long security policies need more than Node's 16 KiB. */
const MAX_HEADER = 128 * 1024;

/**
 * A client of our own: it connects to the addresses it is told and to no others, so that what was judged is what is
 * asked. Connections stay open for the next request to their host until `close`.
 */
export class PinnedFetch {
  readonly #options = { keepAlive: true, timeout: IDLE, maxFreeSockets: 2 };
  readonly #http = new http.Agent(this.#options);
  readonly #https = new https.Agent(this.#options);

  readonly fetch: Fetch = (url, { method, headers, signal, addresses }) =>
    new Promise<FetchResponse>((resolve, reject) => {
      const { protocol, hostname, port, pathname, search } = new URL(url);
      const [client, agent] = protocol === 'https:' ? [https, this.#https] : [http, this.#http];
      const host = hostname.replace(/^\[|\]$/g, '');
      const lookup = addresses && { lookup: pinned(addresses) };
      const options = { agent, method, headers, host, port, path: pathname + search, maxHeaderSize: MAX_HEADER };
      let answer: FetchResponse | undefined;
      const request = client.request({ ...options, ...lookup }, (response) => {
        answer = responseOf(response);
        if (method === 'GET') return resolve(answer);
        // without a length Node takes an answer to HEAD for one that ends with its connection, and closes that
        request.shouldKeepAlive ||= response.httpVersion === '1.1' && response.headers.connection !== 'close';
        response.resume();
      });
      request.on('error', reject);
      // after an answer to HEAD: only now its connection is free for the next request
      request.on('close', () => (answer ? resolve(answer) : reject(new Error('other side closed'))));
      signal.addEventListener('abort', () => request.destroy(new Error('called off')), { once: true });
      if (signal.aborted) request.destroy(new Error('called off'));
      else request.end();
    });

  close(): void {
    this.#http.destroy();
    this.#https.destroy();
  }
}

function responseOf(message: http.IncomingMessage): FetchResponse {
  message.on('error', () => undefined); // who reads the text is told by the iteration
  return {
    status: message.statusCode ?? 0,
    headers: { get: (name) => message.headers[name]?.toString() ?? null },
    body: {
      async cancel() {
        message.destroy();
      },
    },
    async text() {
      const parts: Buffer[] = [];
      for await (const part of message) parts.push(part as Buffer);
      return Buffer.concat(parts).toString('utf8');
    },
  };
}

/** Answers every question for an address with those that are known already. */
const pinned =
  (addresses: readonly string[]): LookupFunction =>
  (_host, options, callback) => {
    const all = addresses.map((address) => ({ address, family: isIP(address) }));
    const [first] = all;
    if (options.all || !first) callback(first ? null : new Error('EAI_NODATA'), all);
    else callback(null, first.address, first.family);
  };
