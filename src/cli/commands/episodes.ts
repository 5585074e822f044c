import type { Command } from 'commander';
import { formatNumber, type Show } from '../../core/show/show.js';
import { type CliContext, formatOption, openShow, rootOf } from '../context.js';
import { expectNotes } from '../expectShow.js';
import { type EpisodeHead, headOf, progressText } from '../formats/episodeHead.js';
import { plainLine, printJson } from '../io.js';

/** `tgik episodes`: the archive, newest first. */
export function registerEpisodes(program: Command, context: CliContext): void {
  program
    .command('episodes')
    .description('list all episodes, newest first')
    .addOption(formatOption('text', 'json'))
    .action(async (options: { format: string }, command: Command) => {
      const { io } = context;
      const show = await openShow(await rootOf(command, io), io);
      expectNotes(show);
      const heads = show.archive.episodes.map((episode) => headOf(episode));
      if (options.format === 'json') printJson(io, heads);
      else io.stdout.write(heads.map((head) => `${episodeLine(head, show.show)}\n`).join(''));
      context.exit(0);
    });
}

/** `099  2019-12-13  50/73   Grokking Kubernetes : metrics` */
function episodeLine({ number, date, progress, title, path }: EpisodeHead, show: Show): string {
  const columns = [
    (number === null ? '' : formatNumber(show, number)).padStart(show.numberWidth),
    (date ?? '').padEnd(10),
    progressText(progress).padEnd(7),
    plainLine(title) || path,
  ];
  return columns.join('  ');
}
