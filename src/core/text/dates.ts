import type { Weekday } from '../show/show.js';

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const WEEKDAYS: readonly Weekday[] = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const DAY = 86_400_000;

/** `2019-10-11` for a day that exists; null for one that does not. Months from 1. */
function iso(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year >= 1000 ? date.toISOString().slice(0, 10) : null;
}

/**
 * Reads a date in any form notes use: `2019-10-11`, `20191011`, `10/11/2019`, `10.11.2019`, `10-11-2019`, `10/11/19`,
 * `October 11, 2019`, `Oct 11 2019`. With slashes, dots and dashes the month comes first.
 * Gives `YYYY-MM-DD`, or null for anything else and for a day that does not exist.
 */
export function parseDate(text: string): string | null {
  const t = text.trim();
  const ymd =
    /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(t) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(t) ??
    /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/.exec(t);
  if (ymd) return iso(Number(ymd[1]), Number(ymd[2]), Number(ymd[3]));
  const mdy = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})$/.exec(t);
  if (mdy) return iso(fullYear(mdy[4] ?? ''), Number(mdy[1]), Number(mdy[3]));
  const named = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/i.exec(t);
  const month = named ? MONTHS.findIndex((name) => name.startsWith((named[1] ?? '').toLowerCase())) + 1 : 0;
  return named && month > 0 ? iso(Number(named[3]), month, Number(named[2])) : null;
}

const fullYear = (digits: string): number => (digits.length === 2 ? 2000 + Number(digits) : Number(digits));

/** Days from `1970-01-01` to a `YYYY-MM-DD`. */
export const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY;

export const fromDayNumber = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** The first `weekday` on or after `date`, both `YYYY-MM-DD`. */
export function nextWeekday(date: string, weekday: Weekday): string {
  const day = dayNumber(date);
  const today = new Date(day * DAY).getUTCDay();
  return fromDayNumber(day + ((WEEKDAYS.indexOf(weekday) - today + 7) % 7));
}

/** The day it is at `instant` (milliseconds since 1970) in an IANA time zone; an unknown zone counts as UTC. */
export function dayIn(timeZone: string, instant: number): string {
  try {
    const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    return parts.format(instant);
  } catch {
    return new Date(instant).toISOString().slice(0, 10);
  }
}
