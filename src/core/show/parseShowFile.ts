import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import { type IgnoredLink, parseIgnoredLinks } from '../links/ignoredLinks.js';
import { Lines } from '../text/lines.js';
import { type ParsedShow, parseShow, SHOW_KEYS } from './parseShow.js';
import { type Show, TGIK } from './show.js';

/** A show's settings file, committed beside its notes. */
export const SHOW_FILE = '.tgik.json';

/** Whether a setting says where files are; '' is a file that cannot be read as a whole. */
export const saysWhere = (key: string | undefined): boolean =>
  key !== undefined && ['', 'notes', 'index', 'template'].includes(key);

const KNOWN = new Set<string>([...SHOW_KEYS, '$schema', 'diagnostics', 'links']);

/** What `.tgik.json` says over `base`: the show, the severities of rules, and every problem in plain words. */
export interface ParsedShowFile extends ParsedShow {
  /** Rule code → severity or `off`; unchecked here. */
  readonly diagnostics: Readonly<Record<string, string>>;
  /** Links that need not be right for now. */
  readonly ignoredLinks: readonly IgnoredLink[];
}

/** Reads the text of `.tgik.json`. Comments and trailing commas are allowed. Never throws. */
export function parseShowFile(text: string, base: Show = TGIK): ParsedShowFile {
  const errors: ParseError[] = [];
  const json: unknown = parse(text, errors, { allowTrailingComma: true });
  const broken = errors[0];
  if (broken) {
    const { line, character } = new Lines(text).positionAt(broken.offset);
    const message = `Line ${line + 1}, column ${character + 1}: ${printParseErrorCode(broken.error)}.`;
    return { show: base, problems: [{ key: '', message }], diagnostics: {}, ignoredLinks: [] };
  }
  const parsed = parseShow(json, base);
  const object = typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : {};
  const unknown = Object.keys(object).filter((key) => !KNOWN.has(key));
  const links = parseIgnoredLinks(object.links);
  const problems = [
    ...parsed.problems,
    ...links.problems.map((message) => ({ key: 'links', message })),
    ...unknown.map((key) => ({ key, message: `“${key}” is not a setting of a show.` })),
  ];
  return { show: parsed.show, problems, diagnostics: severities(object.diagnostics), ignoredLinks: links.ignored };
}

function severities(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
