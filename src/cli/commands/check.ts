import { basename, dirname } from 'node:path';
import type { Command } from 'commander';
import { replaceFile, WriteError } from '../../node/writeFiles.js';
import { Checker } from '../check/checkNote.js';
import { fixNote } from '../check/fixNote.js';
import { type JsonProblem, jsonProblems } from '../check/jsonProblem.js';
import { type SelectedNote, selectNotes } from '../check/selectNotes.js';
import { severitiesFor } from '../check/severities.js';
import { type CliContext, formatOption, openShow, rootOf } from '../context.js';
import { checkFormats } from '../formats/checkFormats.js';
import { counted } from '../formats/problemsText.js';
import { type ExitCode, type Io, warn } from '../io.js';

interface CheckOptions {
  readonly format: string;
  readonly fix?: boolean;
  readonly rule?: readonly string[];
}

/** `tgik check [paths…]`: every problem of some notes or of all. */
export function registerCheck(program: Command, context: CliContext): void {
  program
    .command('check')
    .description('report problems of notes')
    .argument('[paths...]', 'notes or folders of notes, relative to the root (default: all notes)')
    .option('--fix', 'apply fixes that cannot change the meaning, and report what remains')
    .option('--rule <code=severity>', 'error, warning, info, hint or off; repeat it for more', collect)
    .addOption(formatOption(...Object.keys(checkFormats)))
    .action(async (paths: string[], options: CheckOptions, command: Command) => {
      context.exit(await check(paths, options, await rootOf(command, context.io), context.io));
    });
}

const collect = (value: string, all: string[] = []): string[] => [...all, value];

async function check(paths: readonly string[], options: CheckOptions, root: string, io: Io): Promise<ExitCode> {
  const show = await openShow(root, io);
  const severities = severitiesFor(show.severities, options.rule ?? [], io);
  const { notes, incomplete } = await selectNotes(show, paths, io);
  const checker = new Checker(show, severities);
  const outcome = options.fix ? await fixAll(notes, checker, root, options, io) : await judgeAll(notes, checker);
  const count = notes.filter(({ path }) => path === null || path !== show.show.index).length;
  io.stdout.write(checkFormats[options.format]?.(outcome.problems, count) ?? '');
  const failed = incomplete || outcome.unwritten;
  return failed || outcome.problems.some(({ severity }) => severity === 'error' || severity === 'warning') ? 1 : 0;
}

interface Outcome {
  readonly problems: readonly JsonProblem[];
  /** Whether a fixed note could not be written. */
  readonly unwritten: boolean;
}

async function judgeAll(notes: readonly SelectedNote[], checker: Checker): Promise<Outcome> {
  const problems: JsonProblem[] = [];
  for (const note of notes) problems.push(...(await problemsOf(note, checker)));
  return { problems, unwritten: false };
}

async function problemsOf(note: SelectedNote, checker: Checker): Promise<JsonProblem[]> {
  const { facts, problems } = await checker.judge(note);
  return jsonProblems(note.file, facts, problems);
}

async function fixAll(
  notes: readonly SelectedNote[],
  checker: Checker,
  root: string,
  { format }: CheckOptions,
  io: Io,
): Promise<Outcome> {
  const problems: JsonProblem[] = [];
  const counts: number[] = [];
  let unwritten = false;
  for (const note of notes) {
    const fixed = note.sound ? await fixNote(checker, note) : undefined;
    const written = fixed && (fixed.count === 0 || (await write(note, fixed.text, root, io)));
    if (written) problems.push(...jsonProblems(note.file, fixed.judged.facts, fixed.judged.problems));
    else problems.push(...(await problemsOf(note, checker)));
    if (written && fixed.count > 0) counts.push(fixed.count);
    unwritten ||= written === false;
  }
  const total = counts.reduce((sum, count) => sum + count, 0);
  const words = `Fixed ${counted(total, 'problem')} in ${counted(counts.length, 'note')}`;
  if (format === 'text') io.stdout.write(`${words}\n`);
  else warn(io, words);
  return { problems, unwritten };
}

/** Whether the note was written; if not, says why. */
async function write({ absolute, path, episode }: SelectedNote, text: string, root: string, io: Io): Promise<boolean> {
  const before = episode.syntax.text;
  try {
    if (path === null) await replaceFile(dirname(absolute), basename(absolute), before, text);
    else await replaceFile(root, path, before, text);
    return true;
  } catch (error) {
    if (!(error instanceof WriteError)) throw error;
    warn(io, error.message);
    return false;
  }
}
