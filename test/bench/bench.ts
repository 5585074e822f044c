import fs from 'node:fs';
import path from 'node:path';
import { buildArchive } from '../../src/core/archive/buildArchive.js';
import { computeProblems } from '../../src/core/diagnostics/computeProblems.js';
import { readEpisode } from '../../src/core/episode/parseEpisode.js';
import { parseBlocks } from '../../src/core/markdown/parseBlocks.js';
import { parseMarkdown, reparseMarkdown } from '../../src/core/markdown/parseMarkdown.js';
import { findNextUp } from '../../src/core/outline/nextUp.js';
import { TGIK } from '../../src/core/show/show.js';
import { diffSpan } from '../../src/core/text/diffSpan.js';
import { OutlineRows } from '../../src/extension/features/outline/outlineRows.js';
import { makeNote } from './note.js';
import { showRows } from './showRows.js';
import { quantile, RUNS, row, SIZES, sort, summary, timed } from './table.js';
import { ticks } from './ticks.js';

export type Peer = (next: string) => Promise<number>;

/** Milliseconds of each of `edits` keystrokes, behind one that is not counted. */
async function typing(text: string, at: number, edits: number, next: (text: string) => unknown): Promise<number[]> {
  const times: number[] = [];
  for (let edit = 0; edit <= edits; edit++) {
    // flat, as an editor's text is: joining is not what is measured
    const typed = Buffer.from(edit % 2 === 0 ? `${text.slice(0, at)}x${text.slice(at)}` : text).toString();
    times.push(await timed(() => next(typed)));
  }
  return times.slice(1);
}

/** What an edit costs: syntax again, the note read from it (the tree), every rule asked. */
function openInOurs(text: string): (next: string) => void {
  const path = 'episodes/093/README.md';
  const archive = buildArchive(TGIK, { notes: new Map([[path, text]]), folders: ['093'], index: null, template: null });
  const archived = archive.episodes[0] ?? null;
  let syntax = parseMarkdown(text);
  const rows = new OutlineRows();
  rows.update(readEpisode(syntax, TGIK), [], 'all', undefined);
  showRows(rows);
  let last = text;
  return (next) => {
    syntax = reparseMarkdown(syntax, next);
    const episode = readEpisode(syntax, TGIK);
    const nextUp = findNextUp(episode.outline);
    const { changed } = rows.update(episode, [[diffSpan(last, next)]], 'all', nextUp?.id);
    showRows(rows, changed);
    last = next;
    computeProblems({ show: TGIK, episode, path, archived, archive, fileExists: () => undefined });
  };
}

async function keystrokes(openInPeer: (text: string) => Peer): Promise<void> {
  row('keystroke, ms', 'p50', 'p95', 'syntax alone p50', 'peer p50', 'peer p95', 'ours ÷ peer');
  row(...Array<string>(7).fill('---'));
  for (const size of SIZES)
    for (const [where, words, shape] of [
      ['outline', '] topic '],
      ['paragraph', 'Words about '],
      ['a link’s URL', '](https://'],
      ['outline, all in one section', '] topic ', 'one section'],
      ['paragraph, all in one section', 'Words about ', 'one section'],
      ['outline, all below one bullet', '] topic ', 'one item'],
      ['outline, reference links', '] topic ', 'references'],
      ['paragraph, reference links', 'Words about ', 'references'],
      ['one of its definitions', ']: https://', 'references'],
    ] as const) {
      const text = makeNote(size, shape);
      const at = text.indexOf(words, text.length / 2) + words.length;
      const edits = size > 500_000 ? 12 : size > 50_000 ? 60 : 300;
      const runs: Record<'p50' | 'p95' | 'syntax' | 'peer50' | 'peer95', number[]> = {
        p50: [],
        p95: [],
        syntax: [],
        peer50: [],
        peer95: [],
      };
      const [ours, peer] = [openInOurs(text), openInPeer(text)];
      let syntax = parseMarkdown(text);
      for (let run = 0; run < RUNS; run++) {
        const own = sort(await typing(text, at, edits, ours));
        const others = sort(await typing(text, at, edits, peer));
        const alone = sort(
          await typing(text, at, edits, (next) => {
            syntax = reparseMarkdown(syntax, next);
          }),
        );
        runs.p50.push(quantile(own, 0.5));
        runs.p95.push(quantile(own, 0.95));
        runs.syntax.push(quantile(alone, 0.5));
        runs.peer50.push(quantile(others, 0.5));
        runs.peer95.push(quantile(others, 0.95));
      }
      const ratio = quantile(sort(runs.p50), 0.5) / quantile(sort(runs.peer50), 0.5);
      row(
        `${size / 1000} KB, ${where}`,
        summary(runs.p50),
        summary(runs.p95),
        summary(runs.syntax),
        summary(runs.peer50),
        summary(runs.peer95),
        ratio.toPrecision(2),
      );
    }
}

async function firstParses(): Promise<void> {
  row('first parse, ms', 'in parts', 'in one');
  row('---', '---', '---');
  for (const [size, shape] of SIZES.flatMap((one) => [[one] as const, [one, 'references'] as const])) {
    const text = makeNote(size, shape);
    const [parts, whole]: [number[], number[]] = [[], []];
    for (let run = 0; run < RUNS; run++) {
      parts.push(await timed(() => parseMarkdown(text)));
      if (size < 500_000 || run === 0) whole.push(await timed(() => parseBlocks(text, { start: 0, end: text.length })));
    }
    const once = whole.length === 1 ? ' one run' : '';
    row(`${size / 1000} KB${shape ? ', reference links' : ''}`, summary(parts), summary(whole) + once);
  }
}

function sizes(): void {
  row('file', 'KiB');
  row('---', '---');
  for (const file of [
    'extension.js',
    'core.cjs',
    'parser.cjs',
    'noteWorker.js',
    'stampWorker.js',
    'links.cjs',
    'web/extension.js',
    'tgik.vsix',
  ]) {
    const full = path.resolve('dist', file);
    row(file, fs.existsSync(full) ? (fs.statSync(full).size / 1024).toFixed(1) : 'not built');
  }
}

/** Milliseconds of New TGIK Episode in a show of many notes. */
interface NewEpisode {
  readonly known: readonly number[];
  readonly archive: readonly number[];
  readonly cold: readonly number[];
}

function newEpisodes({ known, archive, cold }: NewEpisode, notes: number): void {
  row(`new episode, ${notes} notes, from the last answer to the text written`, 'ms');
  row('---', '---');
  row('archive known', summary(known));
  row('of that, asking every file whether it has changed', summary(archive));
  row('command line, nothing known', summary(cold));
}

export async function run(
  openInPeer: (text: string) => Peer,
  made: NewEpisode | undefined,
  notes: number,
): Promise<void> {
  sizes();
  console.log();
  if (made) {
    newEpisodes(made, notes);
    console.log();
  }
  await firstParses();
  console.log();
  await keystrokes(openInPeer);
  console.log();
  await ticks(openInPeer);
}
