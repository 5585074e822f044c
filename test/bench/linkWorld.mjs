// node test/bench/linkWorld.mjs <mixed|plain>: many hosts on 127.0.0.x, some of which lie, limit, move, fail.
// Says its links, what they are, and where it tells what was asked.
import http from 'node:http';

const HOSTS = 40;
const PAGES = 25;
const status =
  (code, headers = {}) =>
  (request, response) =>
    void response
      .writeHead(code, { 'content-type': 'text/plain', ...headers })
      .end(request.method === 'HEAD' ? undefined : 'page');
const redirect = (to, code) => status(code, { location: to });
const atFirst = (first, then) => (request, response, nth) => (nth === 1 ? first : then)(request, response);
const byMethod = (head, get) => (request, response) => (request.method === 'HEAD' ? head : get)(request, response);

/**
 * `truth` is alive, dead, or unknown to anybody outside; `least`: the fewest requests that tell, where what is not good
 * is asked twice; `also`: those to the host's pages that it leads to, made once however many links lead there.
 */
const PLAIN = { truth: 'alive', page: status(200), least: 1 };
const DEAD = [
  { truth: 'dead', page: status(404), least: 2 },
  { truth: 'dead', page: status(410), least: 2 },
  { truth: 'dead', page: redirect('/gone', 301), least: 1, also: { '/gone': 2 } },
  { truth: 'dead', page: redirect('/circle', 302), least: 2, also: { '/circle': 2, '/circle2': 2 } },
];
const KINDS = [
  ...Array.from({ length: 24 }, () => PLAIN),
  { truth: 'alive', page: byMethod(status(405), status(200)), least: 1 },
  { truth: 'alive', page: byMethod(status(404), status(200)), least: 1 },
  { truth: 'alive', page: byMethod(status(403), status(200)), least: 1 },
  { truth: 'alive', page: redirect('/there', 301), least: 1, also: { '/there': 1 } },
  { truth: 'alive', page: redirect('/there', 308), least: 1, also: { '/there': 1 } },
  { truth: 'alive', page: redirect('/there', 302), least: 1, also: { '/there': 1 } },
  { truth: 'alive', page: atFirst(status(503), status(200)), least: 2 },
  { truth: 'alive', page: atFirst(status(429, { 'retry-after': '1' }), status(200)), least: 2 },
  { truth: 'alive', page: atFirst((request) => void request.socket.destroy(), status(200)), least: 2 },
  ...DEAD,
  { truth: 'unknown', page: status(403), least: 2 },
  { truth: 'unknown', page: status(999), least: 2 },
  { truth: 'unknown', page: status(500), least: 3 },
];
const OTHERS = {
  '/gone': status(404),
  '/circle': redirect('/circle2', 302),
  '/circle2': redirect('/circle', 302),
};

const plain = process.argv[2] === 'plain';
/** A host's own kind, dead pages among them, else plain ones. */
const kindOf = (host, page) => {
  if (plain) return PLAIN;
  if (page % 13 === 0) return KINDS[host % KINDS.length];
  return page % 12 === 7 ? DEAD[host % DEAD.length] : PLAIN;
};
const ALL = Array.from({ length: HOSTS * PAGES }, (_, at) => ({ host: at % HOSTS, page: Math.floor(at / HOSTS) }));
const urlOf = ({ host, page }) => `http://127.0.0.${host + 2}:${server.address().port}/p${page}`;

const nths = new Map();
const running = new Map();
const counts = { requests: 0, connections: 0, most: 0 };

function fewest() {
  const requests = new Map();
  for (const one of ALL) {
    const { least, also = {} } = kindOf(one.host, one.page);
    requests.set(urlOf(one), least);
    for (const [path, count] of Object.entries(also)) requests.set(`${one.host}${path}`, count);
  }
  return [...requests.values()].reduce((sum, one) => sum + one, 0);
}

const server = http.createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  const host = Number(request.socket.localAddress.split('.')[3]) - 2;
  if (host < 0) return void response.end(JSON.stringify(counts)); // 127.0.0.1 is no part of the world
  counts.requests += 1;
  running.set(host, (running.get(host) ?? 0) + 1);
  counts.most = Math.max(counts.most, running.get(host));
  response.on('close', () => running.set(host, running.get(host) - 1));
  const key = `${host}${request.url}`;
  nths.set(key, (nths.get(key) ?? 0) + 1);
  const page = /^\/p(\d+)$/.exec(request.url)?.[1];
  const answer = page ? kindOf(host, Number(page)).page : (OTHERS[request.url] ?? status(200));
  setTimeout(() => answer(request, response, nths.get(key)), 10 + (host % 8) * 10);
});
server.on('connection', ({ localAddress }) => {
  if (!localAddress.endsWith('127.0.0.1')) counts.connections += 1;
});
server.listen(0, '0.0.0.0', () => {
  const urls = ALL.map((one) => ({ url: urlOf(one), truth: kindOf(one.host, one.page).truth }));
  process.send({ counts: `http://127.0.0.1:${server.address().port}/counts`, urls, least: fewest() });
});
