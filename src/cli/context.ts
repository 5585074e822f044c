import { realpath, stat } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { type Command, Option } from 'commander';
import { type LoadedShow, loadShow, type OnNote } from '../node/loadShow.js';
import { isWithin } from '../node/readText.js';
import { type ExitCode, type Io, UsageError, warn } from './io.js';

/** What a command gets: its surroundings, and where to leave its exit code. */
export interface CliContext {
  readonly io: Io;
  exit(code: ExitCode): void;
}

/** Adds one command to the program. */
export type RegisterCommand = (program: Command, context: CliContext) => void;

export const formatOption = (...formats: readonly string[]): Option =>
  new Option('--format <format>', 'how to print').choices(formats).default('text');

/** The folder `--root` names, absolute; the current one without it. */
export async function rootOf(command: Command, { cwd }: Io): Promise<string> {
  const given = command.optsWithGlobals<{ root?: string }>().root;
  const root = resolve(cwd, given ?? '.');
  const found = await stat(root).catch(() => undefined);
  if (!found?.isDirectory()) throw new UsageError(`There is no folder ${given ?? root}.`);
  return root;
}

/** Reads the show at `root` and says on stderr what is wrong with its files. */
export async function openShow(root: string, io: Io, onNote?: OnNote): Promise<LoadedShow> {
  const show = await loadShow(root, onNote);
  for (const warning of show.warnings) warn(io, warning);
  return show;
}

/** A file or folder a user names. */
export interface NamedPath {
  /** As the user wrote it. */
  readonly given: string;
  readonly absolute: string;
  /** From the root, with `/`; '' for the root itself, null outside of it. */
  readonly inside: string | null;
}

/** `given` is absolute or relative to `root`. */
export async function namePath(root: string, given: string): Promise<NamedPath> {
  const absolute = resolve(root, given);
  if (isWithin(root, absolute)) return { given, absolute, inside: slashed(relative(root, absolute)) };
  return { given, absolute, inside: isAbsolute(given) ? await insideByRealPath(root, absolute) : null };
}

/** An absolute path may name the root through another symbolic link. */
async function insideByRealPath(root: string, absolute: string): Promise<string | null> {
  try {
    const [realRoot, real] = [await realpath(root), await realpath(absolute)];
    return isWithin(realRoot, real) ? slashed(relative(realRoot, real)) : null;
  } catch {
    return null;
  }
}

const slashed = (path: string): string => path.split(sep).join('/');

/** What a named path is shown as in every output. */
export const shownPath = ({ given, inside }: NamedPath): string => (inside === null || inside === '' ? given : inside);
