import { editAtRandom } from './randomEdits.js';

type Below = (n: number) => number;

const LINK = /(!?)\[([^[\]\n\\]{1,60})\]\(([^()\s]+)\)/g;
/** Labels as people type them, and as they should not. */
const ODD: readonly ((label: string) => string)[] = [
  (label) => label.toUpperCase(),
  (label) => ` ${label}`,
  (label) => label.replace(' ', '  '),
  (label) => label.replace(' ', '\n'),
  (label) => label.replace(' ', '\n> '),
  (label) => `${label}ß`,
  (label) => `\\[${label}`,
  (label) => label.replace('i', 'İ'),
];
/** Where a definition may stand, and where it is none. */
const PLACES: readonly ((line: string) => string)[] = [
  (line) => `${line}\n`,
  (line) => `\n${line}\n`,
  (line) => `\n${line}\n\n`,
  (line) => `\n${line} "title"\n`,
  (line) => `\n${line}\n'a\ntitle'\n`,
  (line) => `\n- ${line}\n`,
  (line) => `\n- a\n\n  ${line}\n- b\n`,
  (line) => `\n> ${line}\n\n`,
  (line) => `\nwords\n${line}\n`,
  (line) => `\n\`\`\`\n${line}\n\`\`\`\n`,
  (line) => `\n${line.replace(']: ', ']:\n')}\n`,
  (line) => `\n[^note]: ${line}\n\n    ${line}\n`,
];

const pick = <T>(some: readonly T[], below: Below): T => some[below(some.length)] as T;

/** The same note with reference links in place of inline ones, and footnotes; definitions here, there and twice. */
export function withReferences(text: string, below: Below): string {
  const pending: string[] = [];
  const style = below(4);
  let count = 0;
  const place = (): string => {
    const lines = pending.splice(0).map((line) => pick(below(3) === 0 ? PLACES : PLACES.slice(0, 3), below)(line));
    return lines.length > 0 ? `\n${lines.join('')}` : '';
  };
  const lines = text.split(/(?<=\n)/).map((line) => {
    const changed = line.replace(LINK, (all: string, mark: string, words: string, url: string) => {
      if (below(4) === 0) return all;
      count += 1;
      const name = style === 0 ? String(count % 7) : style === 1 ? words : `ref ${count}`;
      const label = below(5) === 0 ? pick(ODD, below)(name) : name;
      if (below(8) > 0) pending.push(`[${label}]: ${url}`);
      if (below(12) === 0) pending.push(`[${name}]: <other>`);
      if (name === words && below(2)) return `${mark}[${words}]${below(2) ? '[]' : ''}`;
      return `${mark}[${words}][${below(5) === 0 ? pick(ODD, below)(name) : name}]`;
    });
    const isHeading = /^#/.test(line);
    if (!isHeading && below(12) === 0) {
      pending.push(`[^${count}]: words [a link](b.md)`);
      return `${place()}${changed.replace(/\s*$/, (end) => `[^${count}]${end}`)}`;
    }
    return isHeading && style !== 3 && below(2) ? `${place()}\n${changed}` : changed;
  });
  return lines.join('') + place();
}

/** Lines that define, are typed letter by letter, or refer. */
const LINES = [
  '[a]: /b',
  '[a]: /b "c"',
  '[A  b]: <c d>',
  '[^1]: words',
  '[^a]: [a]: b',
  '[1]: https://a.io/',
  '> [a]: b',
  '- [a]: b',
  '- [x]: b',
  '[a][b] [b][] [a] ![a] [^1] ![^1]',
  '[A\nb] [ a ][a b] [x]',
  '[a\\]]: b',
  '[a\\]] [a]: b',
  '"title"',
];

/** Gives edit after edit: those of `editAtRandom`, and definitions and references typed, deleted, moved, renamed. */
export function editor(below: Below): (text: string) => string {
  let [typed, at] = ['', 0];
  let backspaces = 0;
  const lineAt = (text: string, offset: number): [number, number] => {
    const start = text.lastIndexOf('\n', offset - 1) + 1;
    const end = text.indexOf('\n', offset) + 1;
    return [start, end === 0 ? text.length : end];
  };
  const definitions = (text: string): number[] => [...text.matchAll(/\]:/g)].map(({ index }) => index);
  return (text) => {
    if (typed !== '') {
      const now = text.slice(0, at) + typed[0] + text.slice(at);
      [typed, at] = [typed.slice(1), at + 1];
      if (typed === '') backspaces = below(3) === 0 ? below(12) : 0;
      return now;
    }
    if (backspaces > 0 && at > 0 && at <= text.length) {
      [at, backspaces] = [at - 1, backspaces - 1];
      return text.slice(0, at) + text.slice(at + 1);
    }
    const defined = definitions(text);
    const near = defined.length > 0 ? pick(defined, below) : 0;
    const [start, end] = lineAt(text, near);
    const [place] = lineAt(text, below(text.length + 1));
    const label = /\[([^[\]]*)$/.exec(text.slice(start, near))?.[1] ?? 'a';
    switch (below(14)) {
      case 0:
        typed = `${pick(['', '\n', '    '], below)}${pick(LINES, below)}\n`;
        at = below(3) ? place : below(text.length + 1);
        return text.slice(0, at) + text.slice(at);
      case 1:
        return text.slice(0, start) + text.slice(end);
      case 2:
        return `${text.slice(0, place)}${text.slice(start, end)}${text.slice(place)}`;
      case 3: {
        const offset = below(text.length + 1);
        return `${text.slice(0, offset)}${pick(['', '!', 'a'], below)}[${label}]${text.slice(offset)}`;
      }
      case 4: {
        const inside = start + below(Math.max(end - start, 1));
        return text.slice(0, inside) + pick(['x', 'X', ' ', '', '^', '"', ']', '\\'], below) + text.slice(inside);
      }
      case 5: {
        const inside = start + below(Math.max(end - start, 1));
        return text.slice(0, inside) + text.slice(inside + 1 + below(3));
      }
      case 6:
        return `${text.slice(0, place)}${pick(LINES, below)}\n${text.slice(place)}`;
      case 7:
        return text.replace(`[${label}]`, `[${label.toUpperCase()}]`);
      default:
        return editAtRandom(text, below);
    }
  };
}
