import type { Command } from 'commander';
import type { ArchivedEpisode } from '../../core/archive/archive.js';
import { standaloneEpisode } from '../../core/archive/buildArchive.js';
import { episodeAt } from '../../core/archive/lookUp.js';
import type { Episode } from '../../core/episode/episode.js';
import { parseEpisode } from '../../core/episode/parseEpisode.js';
import { isUnread, WHY_UNREAD } from '../../core/markdown/isUnread.js';
import { isNotePath } from '../../core/show/notePattern.js';
import type { Show } from '../../core/show/show.js';
import { readShow } from '../../node/readShow.js';
import { readText } from '../../node/readText.js';
import { type CliContext, formatOption, type NamedPath, namePath, openShow, rootOf, shownPath } from '../context.js';
import { headOf, headText } from '../formats/episodeHead.js';
import { jsonItem, outlineLines } from '../formats/outlineFormats.js';
import { type Io, printJson, UsageError, warn } from '../io.js';

/** `tgik outline <note>`: one note's header, tasks and tree. */
export function registerOutline(program: Command, context: CliContext): void {
  program
    .command('outline')
    .description('print the outline of a note')
    .argument('<note>', 'a Markdown file, relative to the root')
    .addOption(formatOption('text', 'json'))
    .action(async (note: string, options: { format: string }, command: Command) => {
      const root = await rootOf(command, context.io);
      const path = await namePath(root, note);
      const found = await findNote(root, path, context.io);
      printOutline(context.io, found, shownPath(path), options.format);
      context.exit(0);
    });
}

interface FoundNote {
  readonly show: Show;
  readonly episode: ArchivedEpisode;
  readonly note: Episode;
}

/** A note of the show, its series known from all others; any other file stands alone. */
async function findNote(root: string, path: NamedPath, io: Io): Promise<FoundNote> {
  const { show, warnings } = await readShow(root);
  if (path.inside === null || !isNotePath(show, path.inside)) {
    for (const warning of warnings) warn(io, warning);
    return readAlone(path, show, io);
  }
  const { archive } = await openShow(root, io);
  const known = episodeAt(archive, path.inside);
  const note = known && archive.notes.get(known.path);
  return known && note ? { show, episode: known, note } : readAlone(path, show, io);
}

async function readAlone(path: NamedPath, show: Show, io: Io): Promise<FoundNote> {
  const file = await readText(path.absolute);
  if (file.kind === 'missing') throw new UsageError(`There is no file ${path.given}.`);
  if (file.kind === 'unreadable') throw new UsageError(`${path.given} cannot be read: ${file.reason}.`);
  if (!file.sound) warn(io, `${path.given} is not UTF-8.`);
  const note = parseEpisode(file.text, show);
  return { show, episode: standaloneEpisode(shownPath(path), note, show), note };
}

function printOutline(io: Io, { show, episode, note }: FoundNote, path: string, format: string): void {
  if (isUnread(note.syntax)) throw new UsageError(`${path} has no outline: ${WHY_UNREAD}.`);
  const head = headOf(episode, path);
  const { outline } = note;
  if (format === 'json') printJson(io, { ...head, items: outline.map(jsonItem) });
  else io.stdout.write(`${[headText(head, show), ...outlineLines(outline)].join('\n')}\n`);
}
