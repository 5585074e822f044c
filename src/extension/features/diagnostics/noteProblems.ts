import * as vscode from 'vscode';
import type { Archive, ArchivedEpisode } from '../../../core/archive/archive.js';
import { episodeAt } from '../../../core/archive/lookUp.js';
import { type ComputedProblem, computeProblems, problemsInSteps } from '../../../core/diagnostics/computeProblems.js';
import type { Facts } from '../../../core/diagnostics/rule.js';
import { withoutBom } from '../../../core/text/byteOrderMark.js';
import { Lines } from '../../../core/text/lines.js';
import { traceOf } from '../../../core/text/traceOf.js';
import { findCiting } from '../../../links/findCiting.js';
import { requestUrl } from '../../../links/requestUrl.js';
import { Breath } from '../../adapters/breath.js';
import { toRange } from '../../adapters/convert.js';
import { isOpen } from '../../adapters/files.js';
import type { ShowFolder } from '../../adapters/showFolder.js';
import type { Services } from '../../services.js';
import { gatherFacts } from './noteFacts.js';
import { severitiesFor } from './severitiesFor.js';
import { knownOf, toDiagnostic } from './toDiagnostic.js';

/** Milliseconds without typing before new problems are shown; those that are gone go at once. */
const PAUSE = 500;

/** A document whose new problems are not shown yet. */
interface Waiting {
  readonly timer: ReturnType<typeof setTimeout>;
  /** Where it was changed last; null where nobody types. */
  readonly line: number | null;
}

/** What was judged of one version of a document. */
export interface Judged {
  readonly version: number;
  readonly facts: Facts;
  readonly problems: readonly ComputedProblem[];
}

/** The problems of every open note. The only place that writes to the diagnostic collection. */
export class NoteProblems implements vscode.Disposable {
  readonly #services: Services;
  readonly #collection = vscode.languages.createDiagnosticCollection('tgik');
  readonly #waiting = new Map<string, Waiting>();
  readonly #subscriptions: vscode.Disposable[];

  constructor(services: Services) {
    this.#services = services;
    this.#subscriptions = [
      this.#collection,
      vscode.workspace.onDidOpenTextDocument((document) => this.#schedule(document, 0)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        this.#schedule(document, PAUSE, contentChanges[0]?.range.start.line ?? null);
        if (contentChanges.length > 0) void this.#run(document, true);
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor: { document }, selections }) => {
        const line = this.#waiting.get(document.uri.toString())?.line ?? null;
        if (line !== null && !selections.some(({ active }) => active.line === line)) this.#schedule(document, 0);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => this.#forget(document)),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('markdown.validate')) this.#scheduleAll(0);
      }),
      services.shows.onDidChange(() => {
        void this.#judgeClosedAgain();
        this.#scheduleAll(PAUSE);
      }),
      services.verdicts.onDidChange((urls) => void this.#judgeHolders(urls)),
    ];
    this.#scheduleAll(0);
  }

  /** Judges a document as it is now; undefined where it is no note, is not checked, or has moved on meanwhile. */
  async judge(document: vscode.TextDocument): Promise<Judged | undefined> {
    const { shows, episodes } = this.#services;
    const showFolder = await shows.showFor(document.uri);
    if (!showFolder || document.languageId !== 'markdown') return undefined;
    const path = shows.pathIn(showFolder, document.uri);
    if (path === null || (path !== showFolder.show.index && !(await shows.isNote(document)))) return undefined;
    if (!enabled(document.uri)) return undefined;
    const archive = shows.archiveSoFar(showFolder);
    const episode = await episodes.read(document, showFolder.show);
    const { version } = document;
    const facts = this.#withVerdicts(await gatherFacts(episode, path, showFolder, archive), showFolder);
    if (document.version !== version) return undefined;
    const problems = await new Breath().finish(problemsInSteps(facts, severitiesFor(showFolder)));
    return document.version === version ? { version, facts, problems } : undefined;
  }

  /** Judges a note of the archive; where it is open, its editor has judged it already. */
  async judgeClosed(archived: ArchivedEpisode, showFolder: ShowFolder, archive: Archive): Promise<void> {
    const uri = vscode.Uri.joinPath(showFolder.folder.uri, archived.path);
    if (isOpen(uri) || !enabled(uri)) return;
    const episode = await this.#services.shows.readNote(showFolder, archived.path);
    if (!episode) return;
    const gathered = await gatherFacts(episode, archived.path, showFolder, archive);
    const facts = this.#withVerdicts(gathered, showFolder);
    const text = withoutBom(episode.syntax.text);
    const bom = episode.syntax.text.length - text.length;
    const lines = new Lines(text);
    const at = (offset: number): vscode.Position => {
      const { line, character } = lines.positionAt(Math.max(0, offset - bom));
      return new vscode.Position(line, character);
    };
    const diagnostics = computeProblems(facts, severitiesFor(showFolder)).map((problem) =>
      toDiagnostic(new vscode.Range(at(problem.span.start), at(problem.span.end)), problem),
    );
    if (!isOpen(uri)) this.#collection.set(uri, diagnostics);
  }

  /** Shows what was judged, unless the document has moved on; with `onlyShown` no problem that is new. */
  publish(document: vscode.TextDocument, judged: Judged | undefined, onlyShown = false): void {
    if (document.isClosed || (judged && judged.version !== document.version)) return;
    const diagnostics = (judged?.problems ?? []).map((problem) =>
      toDiagnostic(toRange(document, problem.span), problem),
    );
    this.#collection.set(document.uri, onlyShown ? knownOf(diagnostics, this.#shown(document.uri)) : diagnostics);
  }

  #shown(uri: vscode.Uri): readonly vscode.Diagnostic[] {
    return this.#collection.get(uri) ?? [];
  }

  #withVerdicts(facts: Facts, showFolder: ShowFolder): Facts {
    return { ...facts, verdictOf: this.#services.verdicts.ofShow(showFolder) };
  }

  /** Of links something new is known: the notes that hold them are judged again, and no others. */
  async #judgeHolders(urls: ReadonlySet<string>): Promise<void> {
    const { shows, log } = this.#services;
    const holds = (links: readonly string[]): boolean => links.some((url) => urls.has(requestUrl(url) ?? ''));
    try {
      for (const folder of vscode.workspace.workspaceFolders ?? []) {
        const showFolder = await shows.showFor(folder.uri);
        if (!showFolder) continue;
        const archive = await shows.archiveOf(showFolder);
        const citing = await new Breath().finish(findCiting(archive.episodes, urls));
        for (const one of new Set([...citing.values()].flat())) await this.judgeClosed(one, showFolder, archive);
        for (const document of vscode.workspace.textDocuments)
          if (
            document.languageId === 'markdown' &&
            holds(this.#services.episodes.of(document, showFolder.show).links.map(({ url }) => url))
          )
            this.#schedule(document, 0);
      }
    } catch (error) {
      log.error(traceOf(error));
    }
  }

  #scheduleAll(pause: number): void {
    for (const document of vscode.workspace.textDocuments) this.#schedule(document, pause);
  }

  #schedule(document: vscode.TextDocument, pause: number, line: number | null = null): void {
    if (document.languageId !== 'markdown') return;
    this.#stopWaiting(document);
    const timer = setTimeout(() => {
      this.#stopWaiting(document);
      void this.#run(document, false);
    }, pause);
    this.#waiting.set(document.uri.toString(), { timer, line });
  }

  #stopWaiting({ uri }: vscode.TextDocument): void {
    clearTimeout(this.#waiting.get(uri.toString())?.timer);
    this.#waiting.delete(uri.toString());
  }

  async #run(document: vscode.TextDocument, onlyShown: boolean): Promise<void> {
    if (onlyShown && this.#shown(document.uri).length === 0) return;
    const { version } = document;
    try {
      const judged = await this.judge(document);
      if (document.version === version) this.publish(document, judged, onlyShown);
    } catch (error) {
      this.#tell(document.uri, error);
    }
  }

  #tell(uri: vscode.Uri, error: unknown): void {
    this.#services.log.error(`${uri.path}: ${traceOf(error)}`);
  }

  #forget(document: vscode.TextDocument): void {
    this.#stopWaiting(document);
    this.#collection.delete(document.uri);
  }

  /** What was found in notes that are not open may not be true any more, and they may be gone. */
  async #judgeClosedAgain(): Promise<void> {
    const { shows } = this.#services;
    const closed: vscode.Uri[] = [];
    this.#collection.forEach((uri) => void (isOpen(uri) || closed.push(uri)));
    for (const uri of closed) {
      try {
        const showFolder = await shows.showFor(uri);
        const archive = showFolder && (await shows.archiveOf(showFolder));
        const path = showFolder && shows.pathIn(showFolder, uri);
        const archived = archive && episodeAt(archive, path);
        if (showFolder && archive && archived && enabled(uri)) await this.judgeClosed(archived, showFolder, archive);
        else if (!isOpen(uri)) this.#collection.delete(uri);
      } catch (error) {
        this.#tell(uri, error);
      }
    }
  }

  dispose(): void {
    for (const { timer } of this.#waiting.values()) clearTimeout(timer);
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }
}

const enabled = (uri: vscode.Uri): boolean =>
  vscode.workspace.getConfiguration('tgik', uri).get('diagnostics.enabled', true);
