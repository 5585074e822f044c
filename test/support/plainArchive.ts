import type { Archive, ArchiveOfHeads } from '../../src/core/archive/archive.js';
import type { NoteSummary } from '../../src/core/archive/noteSummary.js';

/** What a summary says, whatever is packed in it, to be compared. */
export const plainNote = (note: NoteSummary) => {
  const { title, segments, titleNumber, hosts, date, dateIsIso, videoId, progress, told } = note;
  const { topics, links, anchors } = note.details;
  const head = { title, segments, titleNumber, hosts, date, dateIsIso, videoId };
  return { ...head, progress, told, details: { topics, links, anchors } };
};

/** What an archive says, whatever is packed in it, to be compared. */
export const plainArchive = (archive: Archive) => ({
  ...archive,
  index: archive.index && { text: archive.index.text, entries: archive.index.entries },
  episodes: archive.episodes.map((one) => {
    const { path, number, series, topic } = one;
    return { ...plainNote(one), path, number, series, topic };
  }),
});

/** The same of the heads alone. */
export const headsOf = (archive: Archive): ArchiveOfHeads => ({
  ...archive,
  episodes: plainArchive(archive).episodes.map(({ progress, told, details, ...head }) => head),
});
