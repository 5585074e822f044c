import fs from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import path from 'node:path';

/** What a test's server saw of one request. */
export interface SeenRequest {
  readonly host: string;
  readonly method: string;
  readonly path: string;
  readonly at: number;
  readonly headers: http.IncomingHttpHeaders;
}

export interface Exchange {
  readonly request: http.IncomingMessage;
  readonly response: http.ServerResponse;
  /** How often this method and path was asked for at this host, this time included. */
  readonly nth: number;
  readonly server: LinkServer;
  readonly host: string;
}

export type Behaviour = (exchange: Exchange) => void;

/** Many hosts on 127.0.0.x, one port. */
export interface LinkServer {
  readonly port: number;
  readonly tlsPort: number;
  readonly seen: SeenRequest[];
  /** Most requests under way at once, by host. */
  readonly most: Map<string, number>;
  url(host: number, path: string): string;
  on(host: number, path: string, behaviour: Behaviour): string;
  /** Connections that are open. */
  open(): number;
  /** Connections there have been. */
  connections(): number;
  close(): Promise<void>;
}

export async function startLinkServer(): Promise<LinkServer> {
  const behaviours = new Map<string, Behaviour>();
  const counts = new Map<string, number>();
  const running = new Map<string, number>();
  const sockets = new Set<Socket>();
  let connections = 0;
  const listener: http.RequestListener = (request, response) => {
    const host = request.socket.localAddress?.replace('::ffff:', '') ?? '';
    const { method = '', url: asked = '/' } = request;
    server.seen.push({ host, method, path: asked, at: Date.now(), headers: request.headers });
    const now = (running.get(host) ?? 0) + 1;
    running.set(host, now);
    server.most.set(host, Math.max(server.most.get(host) ?? 0, now));
    let over = false;
    const end = (): void => {
      if (!over) running.set(host, (running.get(host) ?? 1) - 1);
      over = true;
    };
    response.on('finish', end);
    response.on('close', end);
    const key = `${method} ${host}${asked}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    const behaviour = behaviours.get(`${host}${asked}`) ?? behaviours.get(`${host}*`);
    if (behaviour) behaviour({ request, response, nth: counts.get(key) ?? 1, server, host });
    else response.writeHead(200).end();
  };
  const plain = http.createServer({ keepAliveTimeout: 60_000 }, listener);
  const fixtures = path.resolve(import.meta.dirname, '../fixtures/tls');
  const read = (name: string): Buffer => fs.readFileSync(path.join(fixtures, name));
  const secure = https.createServer({ key: read('key.pem'), cert: read('cert.pem') }, listener);
  for (const one of [plain, secure]) {
    one.on('connection', (socket) => {
      connections += 1;
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
    });
    await new Promise<void>((resolve) => one.listen(0, '0.0.0.0', resolve));
  }
  const { port } = plain.address() as AddressInfo;
  const server: LinkServer = {
    port,
    tlsPort: (secure.address() as AddressInfo).port,
    seen: [],
    most: new Map(),
    url: (host, asked) => `http://127.0.0.${host}:${port}${asked}`,
    on(host, asked, behaviour) {
      behaviours.set(`127.0.0.${host}${asked}`, behaviour);
      return server.url(host, asked);
    },
    open: () => sockets.size,
    connections: () => connections,
    async close() {
      for (const socket of sockets) socket.destroy();
      await Promise.all([plain, secure].map((one) => new Promise((resolve) => one.close(resolve))));
    },
  };
  return server;
}

/** Behaviours. */
export const answer =
  (status: number, headers: http.OutgoingHttpHeaders = {}, body = 'page'): Behaviour =>
  ({ request, response }) =>
    void response.writeHead(status, headers).end(request.method === 'HEAD' ? undefined : body);

export const later =
  (ms: number, behaviour: Behaviour): Behaviour =>
  (exchange) =>
    void setTimeout(() => behaviour(exchange), ms);

/** HEAD gets something else than GET. */
export const byMethod =
  (head: Behaviour, get: Behaviour): Behaviour =>
  (exchange) =>
    (exchange.request.method === 'HEAD' ? head : get)(exchange);

/** The first `times` requests, whatever their method, get something else. */
export function atFirst(times: number, first: Behaviour, then: Behaviour): Behaviour {
  let count = 0;
  return (exchange) => {
    count += 1;
    (count <= times ? first : then)(exchange);
  };
}

export const reset: Behaviour = ({ request }) => request.socket.destroy();

export const hang: Behaviour = () => undefined;

/** The head comes at once, the body never ends. */
export const drip: Behaviour = ({ response }) => {
  response.writeHead(200, { 'content-type': 'text/html' });
  const timer = setInterval(() => response.write('.'), 5);
  response.on('close', () => clearInterval(timer));
};
