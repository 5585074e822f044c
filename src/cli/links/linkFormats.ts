import { type LinkVerdict, VERDICTS, type Verdict } from '../../core/links/linkVerdict.js';
import { annotation } from '../formats/github.js';
import { counted } from '../formats/problemsText.js';
import { plainLine } from '../io.js';
import type { LinkPlace } from './selectLinks.js';

/** One URL as `--format json` prints it. */
export interface JsonLink {
  readonly url: string;
  readonly verdict: Verdict;
  readonly status: number | null;
  readonly finalUrl: string | null;
  readonly permanent: boolean;
  readonly attempts: number;
  readonly reason: string;
  readonly where: readonly LinkPlace[];
}

export const jsonLink = (
  { url, verdict, status, finalUrl, permanent, attempts, reason }: LinkVerdict,
  where: readonly LinkPlace[],
): JsonLink => ({ url, verdict, status, finalUrl, permanent, attempts, reason, where });

/** Links as one text for stdout. */
export type LinkFormat = (links: readonly JsonLink[]) => string;

/** Every format of `tgik links`, once. */
export const linkFormats: Readonly<Record<string, LinkFormat>> = {
  text: linksText,
  json: (links) => `${JSON.stringify(links, null, 2)}\n`,
  github: (links) => places(links).map(githubLine).join(''),
};

interface PlacedLink extends LinkPlace {
  readonly link: JsonLink;
}

/** Everything but what is fine, by file and line. */
const places = (links: readonly JsonLink[]): PlacedLink[] =>
  links
    .filter(({ verdict }) => verdict !== 'ok')
    .flatMap((link) => link.where.map((place) => ({ ...place, link })))
    .sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));

const sentence = ({ url, reason, finalUrl, verdict }: JsonLink): string =>
  plainLine(`${url}: ${reason}${verdict === 'moved' ? `, to ${finalUrl}` : ''}`);

function linksText(links: readonly JsonLink[]): string {
  const lines = places(links).map(
    ({ file, line, link }) => `${plainLine(file)}:${line} ${link.verdict} ${sentence(link)}`,
  );
  const counts = VERDICTS.map((verdict) => [verdict, links.filter((one) => one.verdict === verdict).length] as const);
  const words = counts.filter(([, count]) => count > 0).map(([verdict, count]) => `${count} ${verdict}`);
  const summary = `${counted(links.length, 'link')}${words.length > 0 ? `: ${words.join(', ')}` : ''}`;
  return `${[...lines, summary].join('\n')}\n`;
}

const COMMANDS = { dead: 'error', moved: 'warning', unreachable: 'notice', blocked: 'notice', ok: 'notice' } as const;

const githubLine = ({ file, line, link }: PlacedLink): string =>
  `${annotation(COMMANDS[link.verdict], { file, line, title: `link.${link.verdict}` }, sentence(link))}\n`;
