import { readHead } from '../core/archive/noteHead.js';
import { isTextKind, readText } from '../core/archive/readText.js';
import { quickMarkdown } from '../core/markdown/quick/quickMarkdown.js';
import type { Show } from '../core/show/show.js';
import { fingerprint } from '../core/text/fingerprint.js';
import type { AskedFile, Disk, FileKind, ReadAnswer, Readings, ReadRequest } from './readRequest.js';

type FileReaders = {
  readonly [Kind in FileKind]: (
    asked: Readings[Kind]['of'],
    show: Show,
    root: string,
    disk: Disk,
  ) => Readings[Kind]['gives'];
};

const FILES: FileReaders = {
  head: (path, show, root, disk) => readHead(disk.read(`${root}/${path}`), show, quickMarkdown),
  file: ({ path, print: known }, show, root, disk) => {
    const file = `${root}/${path}`;
    // first, so that a change meanwhile shows later
    const stamp = disk.stamp(file);
    const text = disk.read(file);
    const print = fingerprint(text);
    return { stamp, print, note: print === known ? null : readNote(text, show, disk) };
  },
};

/** Small: thousands of them are kept. */
function readNote(text: string, show: Show, disk: Disk): Readings['note']['gives'] {
  const note = readText('note', text, show, quickMarkdown) as Readings['note']['gives'];
  return { ...note, details: disk.deflate(note.details as string) };
}

/** What a thread does. Without a `disk` it has no files to give. */
export function answerRequest({ kind, show, root, items }: ReadRequest, disk?: Disk): ReadAnswer {
  if (isTextKind(kind)) return items.map((text) => readText(kind, text as string, show, quickMarkdown));
  if (!disk) return items.map(() => null);
  const read = FILES[kind] as (asked: string | AskedFile, show: Show, root: string, disk: Disk) => ReadAnswer[number];
  const folder = disk.folder(root);
  return items.map((asked) => {
    try {
      return read(asked, show, folder, disk);
    } catch {
      return null;
    }
  });
}
