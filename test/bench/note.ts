/**
 * How a note differs from the usual: its links are to definitions at the end, all stands under one heading, or its
 * outline hangs below one bullet, as that of the show's own notes does.
 */
export type NoteShape = 'references' | 'one section' | 'one item';

/** A note of about `size` characters in the shape of the show's: sections of news, an outline with boxes, prose. */
export function makeNote(size: number, shape?: NoteShape): string {
  if (shape === 'one item') return oneItem(size);
  const references = shape === 'references';
  const parts = ['# Episode 093 : Grokking : kubelet\n\n- Hosted by @host\n- Recording date: 2019-10-11\n'];
  const definitions: string[] = [];
  let length = parts[0]?.length ?? 0;
  for (let section = 1; length < size; section++) {
    const inline =
      shape === 'one section' && section > 1 ? sectionOf(section).replace(/^\n## .*\n/, '') : sectionOf(section);
    const part = references ? inline.replace(LINK, '[$1 of the thing][$1]') : inline;
    const defined = references ? [...inline.matchAll(LINK)].map(([, id, url]) => `[${id}]: ${url}\n`).join('') : '';
    parts.push(part);
    definitions.push(defined);
    length += part.length + defined.length;
  }
  return references ? `${parts.join('')}\n## Links\n\n${definitions.join('')}` : parts.join('');
}

function oneItem(size: number): string {
  const lines = ['# Episode 093 : Grokking : kubelet\n\n- Hosted by @host\n\n## Show Notes\n\n- Show Outline:\n'];
  for (let length = 0, topic = 1; length < size; topic++) {
    // every other topic is done
    const box = topic % 2 ? '[x]' : '[ ]';
    const tasks = Array.from({ length: 8 }, (_, at) =>
      [
        `        - ${box} topic ${topic}.${at}\n`,
        `            - [how it works](https://example.com/${topic}/${at})\n`,
        '            - a word or two about it\n',
      ].join(''),
    );
    lines.push(`    - ${box} part ${topic}\n${tasks.join('')}`);
    length += lines.at(-1)?.length ?? 0;
  }
  return lines.join('');
}

const LINK = /\[(Release \S+) of the thing\]\((\S+)\)/g;

function sectionOf(number: number): string {
  const news = lines(6, (at) => `- [Release ${number}.${at} of the thing](https://example.com/${number}/${at})`);
  const topics = lines(8, (at) => `    - [${at % 2 ? 'x' : ' '}] topic ${number}.${at} and **what** it does`);
  return `\n## Section ${number}\n\n${news}\n\nWords about section ${number}, with \`code\` and https://example.com/${number} behind.\n\n- Show Outline:\n${topics}\n`;
}

const lines = (count: number, line: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => line(at)).join('\n');
