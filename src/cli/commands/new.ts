import type { Command } from 'commander';
import { InvalidArgumentError, Option } from 'commander';
import { episodeOf } from '../../core/archive/lookUp.js';
import type { CarryMode, NewEpisodeChoices, NewEpisodePlan, NewEpisodeRefusal } from '../../core/newEpisode/choices.js';
import { planNewEpisode } from '../../core/newEpisode/planNewEpisode.js';
import { formatNumber } from '../../core/show/show.js';
import { dayIn, parseDate } from '../../core/text/dates.js';
import { applyPlan } from '../../node/applyPlan.js';
import type { LoadedShow } from '../../node/loadShow.js';
import { WriteError } from '../../node/writeFiles.js';
import { type CliContext, formatOption, openShow, rootOf } from '../context.js';
import { expectShow } from '../expectShow.js';
import { unifiedDiff } from '../formats/unifiedDiff.js';
import { type Io, printJson, UsageError } from '../io.js';

interface NewOptions {
  readonly from?: number;
  readonly number?: number;
  readonly title?: string;
  readonly date?: string;
  readonly host?: readonly string[];
  readonly video?: string;
  readonly carry?: CarryMode;
  readonly stamp: boolean;
  readonly links: boolean;
  readonly index: boolean;
  readonly template: boolean;
  readonly dryRun?: boolean;
  readonly format: string;
}

/** `tgik new`: the next note, with the outline of the previous episode of its series, and its line in the index. */
export function registerNew(program: Command, context: CliContext): void {
  program
    .command('new')
    .description('create the note of the next episode')
    .option('--from <number>', 'the episode whose outline is carried over', wholeNumber)
    .option('--number <number>', 'the new episode’s number', wholeNumber)
    .option('--title <title>', 'its title, such as "Series : Topic"')
    .option('--date <date>', 'its recording date')
    .option('--host <host>', 'a host; repeat it for more', (host: string, all: string[] = []) => [...all, host])
    .option('--video <id>', 'its YouTube video, an id or a URL')
    .addOption(
      new Option('--carry <mode>', 'what is carried of the outline').choices(['coverage', 'open', 'fresh', 'none']),
    )
    .option('--no-stamp', 'do not stamp finished topics')
    .option('--no-links', 'do not carry reference links')
    .option('--no-template', 'leave the show’s own template aside')
    .option('--no-index', 'do not add a line to the index')
    .option('--dry-run', 'print a unified diff and write nothing')
    .addOption(formatOption('text', 'json'))
    .action(async (options: NewOptions, command: Command) => {
      await createEpisode(options, await rootOf(command, context.io), context.io);
      context.exit(0);
    });
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(number)) throw new InvalidArgumentError('Expected a whole number.');
  return number;
}

async function createEpisode(options: NewOptions, root: string, io: Io): Promise<void> {
  const show = await openShow(root, io);
  expectShow(show);
  expectRead(show);
  const plan = planNewEpisode(show.archive, choicesOf(options), dayIn(show.show.timeZone, io.now()));
  if (plan.kind === 'refused') throw new UsageError(`${plan.message}${hint(plan)}`);
  expectSound(plan, show, options.index);
  if (!options.dryRun) await write(root, plan);
  if (options.format === 'json') printJson(io, jsonPlan(plan, options.dryRun ?? false));
  else io.stdout.write(options.dryRun ? plan.files.map(unifiedDiff).join('') : planLines(plan, show));
}

const hint = ({ reason }: NewEpisodeRefusal): string =>
  reason === 'no-template' || reason === 'no-outline-section' ? ' --no-template takes the built-in one.' : '';

function choicesOf({ from, number, title, date, host, video, carry, ...rest }: NewOptions): NewEpisodeChoices {
  return {
    ...(from === undefined ? {} : { from }),
    ...(number === undefined ? {} : { number }),
    ...(title === undefined ? {} : { title }),
    ...(date === undefined ? {} : { date: parseDate(date) ?? date }),
    ...(host === undefined ? {} : { hosts: host }),
    ...(video === undefined ? {} : { video }),
    ...(carry === undefined ? {} : { carry }),
    stamp: rest.stamp,
    links: rest.links,
    index: rest.index,
    ...(rest.template ? {} : { template: 'built-in' }),
  };
}

/** What a note is made of depends on all others: where one is there and cannot be read, it would be made wrong. */
function expectRead({ misplaced: [wrong], failed: [unread] }: LoadedShow): void {
  if (wrong !== undefined) throw new UsageError('Settings are wrong: no episode was created.');
  if (unread !== undefined) throw new UsageError(`${unread} cannot be read: no episode was created.`);
}

/** Text that was no UTF-8 is neither carried over nor written back; an index that cannot be read gets no line. */
function expectSound({ from }: NewEpisodePlan, loaded: LoadedShow, withIndex: boolean): void {
  const { show, unsound, unread, archive } = loaded;
  if (withIndex && (unread.includes(show.index) || unsound.has(show.index))) {
    const why = unsound.has(show.index) ? 'is not UTF-8' : 'cannot be read';
    throw new UsageError(`${show.index} ${why}: no episode was created. --no-index leaves it alone.`);
  }
  const source = episodeOf(archive, from)?.path;
  if (source !== undefined && (unsound.has(source) || unread.includes(source))) {
    throw new UsageError(`${source} is not ${unsound.has(source) ? 'UTF-8' : 'read'}: no episode was created.`);
  }
}

async function write(root: string, plan: NewEpisodePlan): Promise<void> {
  try {
    await applyPlan(root, plan);
  } catch (error) {
    throw error instanceof WriteError ? new UsageError(error.message) : error;
  }
}

const jsonPlan = ({ path, number, from, files }: NewEpisodePlan, dryRun: boolean) => ({
  path,
  number,
  from,
  files: files.map((file) => ({
    path: file.path,
    created: file.before === null,
    ...(dryRun ? { diff: unifiedDiff(file) } : {}),
  })),
});

function planLines({ files, from }: NewEpisodePlan, { show }: LoadedShow): string {
  const source = from === null ? '' : ` from ${formatNumber(show, from)}`;
  return files
    .map(({ path, before }) => (before === null ? `Created ${path}${source}\n` : `Changed ${path}\n`))
    .join('');
}
