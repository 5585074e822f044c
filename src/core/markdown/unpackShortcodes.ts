import { inflateSync, strFromU8 } from 'fflate';

/** https://html.spec.whatwg.org/multipage/webappapis.html#dom-atob, in Node and browsers alike. */
declare const atob: (base64: string) => string;

/**
 * The table of `shortcodes.json` from what bundles carry: lines of names in the order of their emoji, a tab, and for each
 * emoji its code points in base 36, the first as what it is more than the one before.
 */
export function unpackShortcodes(packed: string): string {
  const text = strFromU8(inflateSync(Uint8Array.from(atob(packed), (char: string) => char.charCodeAt(0))));
  const [names = '', steps = ''] = text.split('\t');
  const codes = steps.split(' ');
  let code = 0;
  return names
    .split('\n')
    .map((name, at) => {
      const [step = 0, ...more] = (codes[at] ?? '').split(',').map((digits) => Number.parseInt(digits, 36));
      code += step;
      return `${name} ${String.fromCodePoint(code, ...more)}`;
    })
    .join('\n');
}
