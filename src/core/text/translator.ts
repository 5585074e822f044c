/** Part of a sentence, such as “it answers 404”. */
const CLAUSE = /^(?:an?|at|its?|no|the) /;

/**
 * The core speaks English, as plain strings: the command line prints them, verdicts are kept with them. This says them
 * in another language. `bundle` has a translation for each sentence and clause, `{0}`, `{1}` … standing for what they
 * are filled with. Of several that fit, the one with the most words of its own counts; what stands in quotes is the
 * author's and stays; what is not known is given back.
 */
export function translator(bundle: Readonly<Record<string, string>>): (english: string) => string {
  const known = Object.entries(bundle)
    .map(([template, translation]) => ({ template, translation, parts: template.split(/\{\d\}/) }))
    .sort((a, b) => b.parts.join('').length - a.parts.join('').length);
  const translate = (english: string): string => {
    for (const { template, translation, parts } of known) {
      const args = argsBetween(parts, english);
      if (!args) continue;
      return translation.replace(/\{(\d)\}/g, (place, at: number) => {
        const arg = args[at] ?? place;
        return CLAUSE.test(arg) && !template.includes(`“${place}`) ? translate(arg) : arg;
      });
    }
    return english;
  };
  return translate;
}

/** What stands between the parts of a text; undefined where these are not its parts. */
function argsBetween([first = '', ...rest]: readonly string[], text: string): string[] | undefined {
  const last = rest.pop();
  if (last === undefined) return text === first ? [] : undefined;
  if (!text.startsWith(first) || !text.endsWith(last)) return undefined;
  const args: string[] = [];
  let at = first.length;
  for (const part of rest) {
    const next = text.indexOf(part, at);
    if (next < 0) return undefined;
    args.push(text.slice(at, next));
    at = next + part.length;
  }
  const end = text.length - last.length;
  return at > end ? undefined : [...args, text.slice(at, end)];
}
