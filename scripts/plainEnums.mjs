// Writes the numbers of TypeScript's enums where packages name them: what they are called is half of the code that names them.
import fs from 'node:fs';

/** `var State; (function (State) { State[State["Text"] = 1] = "Text"; … })(State || (State = {}));` */
const ENUM = /^(export )?var (\w+);\s*\(function \(\2\) \{([\s\S]*?)^\}\)\(\2 \|\| \(\2 = \{\}\)\);/gm;
const MEMBER = /(\w+)\[\1\["(\w+)"\] = (-?\d+)\] = "\2";/g;
const COMMENT = /\/\*[\s\S]*?\*\/|\/\/.*/g;

/** The plugin for files of packages that `filter` matches. */
export const plainEnums = (filter) => ({
  name: 'plain-enums',
  setup: ({ onLoad }) =>
    onLoad({ filter }, async ({ path: file }) => ({
      contents: withNumbers(await fs.promises.readFile(file, 'utf8')),
      loader: 'js',
    })),
});

/** Others may import an enum: for them its names stay. */
export function withNumbers(source) {
  let text = source;
  for (const [whole, exported, name, body] of source.matchAll(ENUM)) {
    const values = new Map([...body.matchAll(MEMBER)].map(([, , key, value]) => [key, value]));
    const hasMore = body.replace(MEMBER, '').replace(COMMENT, '').trim() !== '';
    const others = text.replace(whole, '').replace(new RegExp(`\\b${name}\\.(\\w+)`, 'g'), '');
    if (hasMore || new RegExp(`\\b${name}\\b`).test(others.replace(COMMENT, ''))) continue;
    const names = [...values].map(([key, value]) => `${key}:${value}`).join();
    text = text
      .replace(whole, exported ? `export const ${name} = {${names}};` : '')
      .replace(new RegExp(`\\b${name}\\.(\\w+)`, 'g'), (_, key) => values.get(key) ?? fail(`${name}.${key}`));
  }
  return text;
}

function fail(name) {
  throw new Error(`There is no ${name}.`);
}
