import fs from 'node:fs';

export type Language = 'en' | 'de';

const read = (file: string) => JSON.parse(fs.readFileSync(file, 'utf8'));

/** The manifest's strings by their keys. */
export const stringsIn = (language: Language): Readonly<Record<string, string>> =>
  read(language === 'en' ? 'package.nls.json' : `package.nls.${language}.json`);

/** The manifest as a person sees it, every `%key%` replaced as VS Code replaces it. */
export function manifestIn<T>(language: Language): T {
  const strings = stringsIn(language);
  return replaceStrings(read('package.json'), (text) => {
    const key = /^%([\w.-]+)%$/.exec(text)?.[1];
    return key === undefined ? text : (strings[key] ?? text);
  }) as T;
}

function replaceStrings(value: unknown, replace: (text: string) => string): unknown {
  if (typeof value === 'string') return replace(value);
  if (Array.isArray(value)) return value.map((one) => replaceStrings(one, replace));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, replaceStrings(one, replace)]));
}
