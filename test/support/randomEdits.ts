import fs from 'node:fs';
import path from 'node:path';
import { sharedFolder } from './shared.js';

const PIECES = [
  'a',
  ' ',
  '  ',
  '    ',
  '\n',
  '\r\n',
  '\r',
  '\n\n',
  '#',
  '# ',
  '## h\n',
  '- ',
  '- [ ] ',
  '[x]',
  '[',
  ']',
  '](',
  ')',
  '`',
  '```\n',
  '~~~\n',
  '<!--',
  '-->',
  '<pre>',
  '</pre>',
  '<div>\n',
  '<a href="x">',
  '> ',
  '| a | b |\n',
  '|-|-|\n',
  '---\n',
  '===\n',
  '--',
  '-',
  '*',
  '**',
  '_',
  '~',
  '\\',
  'https://a.io/',
  'www.a.io',
  '1. ',
  '\t',
  '&amp;',
  '🎉',
  ':',
  '[a]: /b\n',
  '[^1]',
  '+',
  '!',
  '\uFEFF',
  '\0',
];

/** `below(n)` gives 0 to n − 1, the same for the same seed. */
export function random(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below);
  };
}

/** Another version of a text: a character typed, lines pasted, a range deleted, anywhere or right at an offset. */
export function editAtRandom(text: string, below: (n: number) => number, near?: number): string {
  const at = near === undefined ? below(text.length + 1) : Math.min(Math.max(near + below(9) - 3, 0), text.length);
  const how = below(10);
  const removed = how < 5 ? 0 : how < 8 ? 1 + below(3) : below(80);
  const pasted = text.slice(below(text.length + 1)).slice(0, below(120));
  const inserted = how === 9 ? pasted : how === 5 ? '' : (PIECES[below(PIECES.length)] ?? '');
  return text.slice(0, at) + inserted + text.slice(at + removed);
}

/** The same note with all in its first section. */
export function inOneSection(text: string): string {
  let isFirst = true;
  return text.replace(/^#{2,6} .*/gm, (heading) => {
    const kept = isFirst ? heading : 'Words';
    isFirst = false;
    return kept;
  });
}

/** The same note with all behind its first heading as bullets below one, or below several, each in the one before. */
export function belowItems(text: string, bullets: readonly string[] = ['- Show Outline:']): string {
  const [head = '', ...lines] = text.split(/(?<=\n)/);
  let indent = '';
  const above = bullets.map((bullet) => {
    const line = `${indent}${bullet}\n`;
    indent = bullet.startsWith('\t') ? `${indent}\t` : indent + ' '.repeat(bullet.startsWith('1') ? 3 : 4);
    return line;
  });
  const below = lines.map((line) => (/^\s*$/.test(line) ? line : indent + line.replace(/^(?:#+ |(?=[\w![<]))/, '- ')));
  return `${head}\n## Notes\n\n${above.join('')}${below.join('')}`;
}

function notes(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => fs.readFileSync(path.join(folder, name), 'utf8'));
}

/** The notes of the sample show, and of the real one where it is. */
export const someNotes: readonly string[] = [
  ...notes(path.resolve(__dirname, '../../samples')),
  ...(['archive', 'seeds'] as const).flatMap((name) => {
    const folder = sharedFolder(name);
    return folder === undefined ? [] : notes(folder);
  }),
];
