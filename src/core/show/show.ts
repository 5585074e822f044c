export type Weekday = 'sunday' | 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday';

/** What makes a show this show. Every value is a setting; TGIK's are the defaults. */
export interface Show {
  readonly name: string;
  /** Short links and stamps: `tgik.io` makes `tgik.io/093`. No scheme. */
  readonly shortLink: string;
  /** Where a note lives, from the show's root: `{number}` stands for the episode's number. */
  readonly notes: string;
  /** Digits of a number, padded with zeros. */
  readonly numberWidth: number;
  /** The file that lists all episodes; '' for none. */
  readonly index: string;
  /** A template of the show's own; '' for the built-in one. */
  readonly template: string;
  readonly weekday: Weekday;
  /** IANA name: the day of the show is the day there. */
  readonly timeZone: string;
  /** The header's host line: `{hosts}` stands for the names. */
  readonly hostLine: string;
  /** Links whose problems are not reported: whole URLs, `*` for anything. */
  readonly ignoreUrls: readonly string[];
}

export const TGIK: Show = {
  name: 'TGIK',
  shortLink: 'tgik.io',
  notes: 'episodes/{number}/README.md',
  numberWidth: 3,
  index: 'playlist.md',
  template: '',
  weekday: 'friday',
  timeZone: 'America/Los_Angeles',
  hostLine: 'Hosted by {hosts}',
  ignoreUrls: [],
};

/** `93` → `093` */
export const formatNumber = (show: Show, number: number): string => String(number).padStart(show.numberWidth, '0');

/** `93` → `episodes/093/README.md` */
export const notePath = (show: Show, number: number): string =>
  show.notes.replaceAll('{number}', formatNumber(show, number));
