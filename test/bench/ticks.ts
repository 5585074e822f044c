import { readEpisode } from '../../src/core/episode/parseEpisode.js';
import { parseMarkdown, reparseMarkdown } from '../../src/core/markdown/parseMarkdown.js';
import { findNextUp } from '../../src/core/outline/nextUp.js';
import type { OutlineItem } from '../../src/core/outline/outline.js';
import { walkOutline } from '../../src/core/outline/progress.js';
import { findItem, setBox } from '../../src/core/outline/toggleBox.js';
import { TGIK } from '../../src/core/show/show.js';
import { applyEdits, type TextEdit } from '../../src/core/text/span.js';
import { OutlineRows } from '../../src/extension/features/outline/outlineRows.js';
import type { Peer } from './bench.js';
import { makeNote } from './note.js';
import { showRows } from './showRows.js';
import { quantile, RUNS, row, SIZES, sort, summary, timed } from './table.js';

/** Ticks of one run, behind one that is not counted. */
const TICKS = 20;

/** A note whose middle task is ticked and unticked: each call gives the text it makes. */
function tickable(text: string): { tick(): string; draw(): void } {
  let now = text;
  let syntax = parseMarkdown(text);
  let episode = readEpisode(syntax, TGIK);
  const rows = new OutlineRows();
  rows.update(episode, [], 'all', undefined);
  showRows(rows);
  const tasks = [...walkOutline(episode.outline)].filter(({ checked }) => checked !== null);
  const { id, label } = tasks[tasks.length >> 1] as OutlineItem;
  let edits: readonly TextEdit[] = [];
  return {
    tick() {
      const item = findItem(episode, id, label) as OutlineItem;
      edits = [setBox(item, !item.checked) as TextEdit];
      now = applyEdits(now, edits);
      return now;
    },
    draw() {
      syntax = reparseMarkdown(syntax, now);
      episode = readEpisode(syntax, TGIK);
      const { changed } = rows.update(episode, [edits], 'all', findNextUp(episode.outline)?.id);
      showRows(rows, changed);
    },
  };
}

/** What a tick costs outside of VS Code, beside the peer's diagnostics of the same edit. */
export async function ticks(openInPeer: (text: string) => Peer): Promise<void> {
  row('tick, ms', 'until the edit is made', 'until the tree knows it', 'peer', 'ours ÷ peer');
  row(...Array<string>(5).fill('---'));
  for (const size of SIZES) {
    const text = makeNote(size);
    const [note, peer] = [tickable(text), openInPeer(text)];
    const [made, drawn, others]: [number[], number[], number[]] = [[], [], []];
    for (let run = 0; run < RUNS; run++) {
      const times: [number[], number[], number[]] = [[], [], []];
      for (let count = 0; count <= (size > 500_000 ? TICKS / 4 : TICKS); count++) {
        let next = '';
        const edit = await timed(() => {
          next = note.tick();
        });
        const draw = await timed(() => note.draw());
        const other = await timed(() => peer(next));
        if (count === 0) continue;
        times[0].push(edit);
        times[1].push(edit + draw);
        times[2].push(other);
      }
      for (const [at, all] of [made, drawn, others].entries()) all.push(quantile(sort(times[at] ?? []), 0.5));
    }
    const ratio = quantile(sort(drawn), 0.5) / quantile(sort(others), 0.5);
    row(`${size / 1000} KB`, summary(made), summary(drawn), summary(others), ratio.toPrecision(2));
  }
}
