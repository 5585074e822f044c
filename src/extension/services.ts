import * as vscode from 'vscode';
import { Episodes } from './adapters/episodes.js';
import { Shows } from './adapters/shows.js';

/** What features work with. Built once, here. */
export interface Services extends vscode.Disposable {
  readonly log: vscode.LogOutputChannel;
  readonly episodes: Episodes;
  readonly shows: Shows;
  /** What is remembered of this workspace. */
  readonly workspaceState: vscode.Memento;
}

export function createServices({ workspaceState }: vscode.ExtensionContext): Services {
  const log = vscode.window.createOutputChannel('TGIK Episodes', { log: true });
  const episodes = new Episodes();
  const shows = new Shows(log, episodes);
  return { log, episodes, shows, workspaceState, dispose: () => vscode.Disposable.from(shows, log).dispose() };
}
