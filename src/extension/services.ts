import * as vscode from 'vscode';
import { Episodes } from './adapters/episodes.js';
import { NoteEdits } from './adapters/noteEdits.js';
import { Shows } from './adapters/shows.js';

/** What features work with. Built once, here. */
export interface Services extends vscode.Disposable {
  readonly log: vscode.LogOutputChannel;
  readonly episodes: Episodes;
  readonly shows: Shows;
  readonly edits: NoteEdits;
  /** What is remembered of this workspace. */
  readonly workspaceState: vscode.Memento;
}

export function createServices({ workspaceState }: vscode.ExtensionContext): Services {
  const log = vscode.window.createOutputChannel('TGIK Episodes', { log: true });
  const episodes = new Episodes();
  const shows = new Shows(log, episodes);
  const edits = new NoteEdits(shows, episodes);
  return { log, episodes, shows, edits, workspaceState, dispose: () => vscode.Disposable.from(shows, log).dispose() };
}
