import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every how many notes one holds a fault that is planted. */
export const FAULTY = 50;

const SERIES = ['Home Network', 'Reading Packets', 'Small Servers', 'Cables'];

/** A Friday, and one more every week. */
const dateOf = (number: number): string =>
  new Date(Date.UTC(1900, 0, 5) + number * 7 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

export const nameOf = (number: number): string => String(number).padStart(3, '0');

/** A note of about 2.5 KB with an outline of forty items; some hold one empty image. */
export function noteOf(number: number): string {
  const series = SERIES[number % SERIES.length];
  const id = `vid${String(number).padStart(8, '0')}`;
  const items = Array.from({ length: 40 }, (_, at) => {
    const box = at < number % 40 ? 'x' : ' ';
    return `${'    '.repeat(at % 4)}- [${box}] item ${at} of ${series} with [docs](https://example.com/${number}/${at})\n`;
  });
  return `# Episode ${nameOf(number)} : ${series} : part ${number}

- Hosted by @ada
- Recording date: ${dateOf(number)}

<a href="https://www.youtube.com/watch?v=${id}
" target="_blank"><img src="http://img.youtube.com/vi/${id}/hqdefault.jpg" width="480" height="360" border="10" /></a>

## Table of Contents

- 00:00:00 - Welcome

## Week in Review

- [News of the week](https://example.org/news/${number})
${number % FAULTY === 0 ? '- ![]()\n' : ''}
## Show Notes

${items.join('')}
## Reference Links

- [The manual](https://example.com/manual)
`;
}

/** Writes a show of so many notes, with its index. */
export function writeShow(root: string, notes: number): void {
  const numbers = Array.from({ length: notes }, (_, at) => at + 1);
  for (const number of numbers) {
    const folder = join(root, 'episodes', nameOf(number));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'README.md'), noteOf(number));
  }
  const lines = numbers
    .reverse()
    .map((number) => `- [${nameOf(number)}: Part ${number}](episodes/${nameOf(number)}/README.md)\n`);
  writeFileSync(join(root, 'playlist.md'), `# Playlist\n\n${lines.join('')}`);
}
