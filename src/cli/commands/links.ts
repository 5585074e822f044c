import { type Command, InvalidArgumentError } from 'commander';
import type { Episode } from '../../core/episode/episode.js';
import type { LinkVerdict } from '../../core/links/linkVerdict.js';
import { type CheckOutcome, LinkCheck } from '../../links/checkLinks.js';
import { DEFAULT_POLICY, type LinkPolicy } from '../../links/policy.js';
import { nodePorts } from '../../node/links/nodePorts.js';
import { ownFiles } from '../../node/links/ownFiles.js';
import { PinnedFetch } from '../../node/links/pinnedFetch.js';
import { cacheFileOf, VerdictFile } from '../../node/links/verdictFile.js';
import { readShow, type ShowSettings } from '../../node/readShow.js';
import { selectNotes } from '../check/selectNotes.js';
import { type CliContext, formatOption, openShow, rootOf } from '../context.js';
import { counted } from '../formats/problemsText.js';
import { type ExitCode, type Io, warn } from '../io.js';
import { jsonLink, linkFormats } from '../links/linkFormats.js';
import { ProgressLine } from '../links/progress.js';
import { linksOf, selectLinks } from '../links/selectLinks.js';

interface LinksOptions {
  readonly format: string;
  readonly timeout: number;
  readonly perHost: number;
  readonly concurrency: number;
  readonly allowPrivate?: boolean;
  readonly cache: boolean;
  readonly stats?: boolean;
}

/** `tgik links [paths…]`: asks the servers of all links, politely, whether they are still there. */
export function registerLinks(program: Command, context: CliContext): void {
  const { timeout, perHost, concurrency } = DEFAULT_POLICY;
  program
    .command('links')
    .description('ask for every link of notes whether it is still there')
    .argument('[paths...]', 'notes or folders of notes, relative to the root (default: all notes)')
    .option('--timeout <seconds>', 'how long to wait for one answer', positive, timeout / 1000)
    .option('--per-host <n>', 'requests at once to one host', whole, perHost)
    .option('--concurrency <n>', 'requests at once in all', whole, concurrency)
    .option('--allow-private', 'also ask private and loopback addresses')
    .option('--no-cache', 'ask anew, whatever is known, and keep nothing')
    .option('--stats', 'say on stderr what it took')
    .addOption(formatOption(...Object.keys(linkFormats)))
    .action(async (paths: string[], options: LinksOptions, command: Command) => {
      context.exit(await links(paths, options, await rootOf(command, context.io), context.io));
    });
}

function positive(text: string): number {
  const number = Number(text);
  if (!(number > 0 && number <= 3600)) throw new InvalidArgumentError('Expected a number above 0.');
  return number;
}

function whole(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError('Expected a whole number from 1.');
  return Number(text);
}

async function links(paths: readonly string[], options: LinksOptions, root: string, terminal: Io): Promise<ExitCode> {
  const progress = new ProgressLine(terminal);
  const { io } = progress;
  const today = new Date(io.now()).toISOString().slice(0, 10);
  const file = options.cache ? new VerdictFile(cacheFileOf(root), (message) => warn(io, message)) : undefined;
  const known = (await file?.read()) ?? new Map();
  const settings = await readShow(root);
  const client = new PinnedFetch();
  const cancel = new AbortController();
  const forget = io.onInterrupt?.(() => cancel.abort());
  const check = newCheck({ options, root, settings, known, client, signal: cancel.signal, progress });
  const started = io.now();
  try {
    // where all notes are meant, the first are asked about while the others are read
    const early = (note: Episode): void => check.add(linksOf(note, settings, today).map(({ url }) => url));
    const show = await openShow(root, io, paths.length === 0 ? early : undefined);
    const { notes, incomplete } = await selectNotes(show, paths, io);
    const places = selectLinks(notes, settings, today);
    check.add(places.keys());
    const outcome = await check.outcome();
    await file?.write(known, io.now());
    progress.clear();
    const found = [...outcome.verdicts.values()].map((verdict) => jsonLink(verdict, places.get(verdict.url) ?? []));
    found.sort((a, b) => (a.url < b.url ? -1 : 1));
    io.stdout.write(linkFormats[options.format]?.(found) ?? '');
    if (options.stats) io.stderr.write(statsLine(outcome, io.now() - started));
    return exitCode(outcome, incomplete, io);
  } finally {
    cancel.abort();
    client.close();
    forget?.();
    progress.clear();
  }
}

interface NewCheck {
  readonly options: LinksOptions;
  readonly root: string;
  readonly settings: ShowSettings;
  readonly known: Map<string, LinkVerdict>;
  readonly client: PinnedFetch;
  readonly signal: AbortSignal;
  readonly progress: ProgressLine;
}

function newCheck({ options, root, settings, known, client, signal, progress }: NewCheck): LinkCheck {
  let dead = 0;
  const ports = behindProxy() ? nodePorts({ proxied: true }) : nodePorts(client);
  return new LinkCheck(
    { ...ports, ownFile: ownFiles(root) },
    {
      policy: policyOf(options),
      signal,
      known,
      ownHosts: [settings.show.shortLink.split('/')[0] ?? ''],
      onVerdict({ verdict }, done, total) {
        if (verdict === 'dead') dead += 1;
        progress.show(`${done} of ${counted(total, 'link')}, ${dead} dead`);
      },
      onPaused: (host, ms, why) => warn(progress.io, `${host} is left in peace for ${Math.ceil(ms / 1000)} s: ${why}.`),
    },
  );
}

const policyOf = ({ timeout, perHost, concurrency, allowPrivate = false }: LinksOptions): LinkPolicy => ({
  ...DEFAULT_POLICY,
  timeout: timeout * 1000,
  perHost,
  concurrency,
  allowPrivate,
});

/** Where Node itself sends `fetch` through a proxy. */
const behindProxy = ({ NODE_USE_ENV_PROXY, HTTP_PROXY, HTTPS_PROXY, http_proxy, https_proxy } = process.env): boolean =>
  Boolean(NODE_USE_ENV_PROXY && (HTTP_PROXY || HTTPS_PROXY || http_proxy || https_proxy));

const statsLine = ({ verdicts, requests, fromCache }: CheckOutcome, ms: number): string =>
  `${counted(verdicts.size, 'link')}, ${counted(requests, 'request')}, ${fromCache} known before, ${(ms / 1000).toFixed(1)} s\n`;

function exitCode({ verdicts, offline, cancelled }: CheckOutcome, incomplete: boolean, io: Io): ExitCode {
  if (cancelled) warn(io, 'Stopped before all links were checked.');
  if (offline) warn(io, 'This machine seems to be offline: nothing is said of links that could not be asked.');
  if ([...verdicts.values()].some(({ verdict }) => verdict === 'dead') || incomplete) return 1;
  return cancelled || offline ? 2 : 0;
}
