// node test/bench/linkWorld.mjs: many hosts on 127.0.0.x, some of which lie, limit, move, fail. Says its port, then counts.
import http from 'node:http';

const HOSTS = 40;
const PAGES = 25;
const redirect = (to, status) => (_request, response) => void response.writeHead(status, { location: to }).end();
const status =
  (code, headers = {}) =>
  (request, response) =>
    void response
      .writeHead(code, { 'content-type': 'text/plain', ...headers })
      .end(request.method === 'HEAD' ? undefined : 'page');
const atFirst = (first, then) => (request, response, nth) => (nth === 1 ? first : then)(request, response);
const byMethod = (head, get) => (request, response) => (request.method === 'HEAD' ? head : get)(request, response);

/** What the pages of a host are: `truth` is alive, dead, or unknown to anybody outside. */
const kinds = [
  ...Array.from({ length: 24 }, () => ({ truth: 'alive', page: status(200) })),
  { truth: 'alive', page: byMethod(status(405), status(200)) },
  { truth: 'alive', page: byMethod(status(404), status(200)) },
  { truth: 'alive', page: byMethod(status(403), status(200)) },
  { truth: 'alive', page: redirect('/there', 301) },
  { truth: 'alive', page: redirect('/there', 308) },
  { truth: 'alive', page: redirect('/there', 302) },
  { truth: 'alive', page: atFirst(status(503), status(200)) },
  { truth: 'alive', page: atFirst(status(429, { 'retry-after': '1' }), status(200)) },
  { truth: 'alive', page: atFirst((request) => void request.socket.destroy(), status(200)) },
  { truth: 'dead', page: status(404) },
  { truth: 'dead', page: status(410) },
  { truth: 'dead', page: redirect('/gone', 301) },
  { truth: 'dead', page: redirect('/circle', 302) },
  { truth: 'unknown', page: status(403) },
  { truth: 'unknown', page: status(999) },
  { truth: 'unknown', page: status(500) },
];

const plain = process.argv[2] === 'plain';
const kindOf = (host, page) => {
  if (plain) return kinds[0];
  // Each kind has a host of its own where it is a matter of the host; some are sprinkled over all.
  const own = kinds[host % kinds.length];
  return page % 5 === 0 ? own : page % 12 === 7 ? kinds[33 + (host % 4)] : kinds[0];
};

const counts = new Map();
const running = new Map();
let [requests, most] = [0, 0];
const server = http.createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  const address = request.socket.localAddress.replace('::ffff:', '');
  const host = Number(address.split('.')[3]) - 2;
  if (host < 0) {
    if (request.url === '/counts') response.end(JSON.stringify({ requests, most }));
    else if (request.url === '/reset') {
      counts.clear();
      [requests, most] = [0, 0];
      response.end();
    } else
      response.setHeader('content-type', 'text/html').end(
        `<ul>${urls()
          .map(({ url }) => `<li><a href="${url}">x</a>`)
          .join('')}</ul>`,
      );
    return;
  }
  requests += 1;
  running.set(host, (running.get(host) ?? 0) + 1);
  most = Math.max(most, running.get(host));
  response.on('close', () => running.set(host, running.get(host) - 1));
  const page = Number(/^\/p(\d+)$/.exec(request.url)?.[1] ?? -1);
  const key = `${host}${request.url}`;
  counts.set(key, (counts.get(key) ?? 0) + 1);
  const { page: answer } =
    page >= 0
      ? kindOf(host, page)
      : {
          page:
            { '/gone': status(404), '/circle': redirect('/circle2', 302), '/circle2': redirect('/circle', 302) }[
              request.url
            ] ?? status(200),
        };
  setTimeout(() => answer(request, response, counts.get(key)), 10 + (host % 8) * 10);
});

const urls = () =>
  Array.from({ length: HOSTS * PAGES }, (_, at) => {
    const [host, page] = [at % HOSTS, Math.floor(at / HOSTS)];
    return { url: `http://127.0.0.${host + 2}:${server.address().port}/p${page}`, truth: kindOf(host, page).truth };
  });

server.listen(0, '0.0.0.0', () => process.send({ port: server.address().port, hosts: HOSTS, urls: urls() }));
