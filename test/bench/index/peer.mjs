// vscode-markdown-languageservice on a folder, cold: the diagnostics of every note. `peer.mjs FOLDER`. Prints JSON.
import fs from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import MarkdownIt from 'markdown-it';
import { Emitter } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createLanguageService, githubSlugifier, LogLevel } from 'vscode-markdown-languageservice';
import { URI } from 'vscode-uri';
import { OPTIONS, token } from './peer.mjs';

const root = process.argv[2];
const started = performance.now();
const files = fs.readdirSync(root, { recursive: true }).filter((name) => name.endsWith('.md'));
const documents = new Map();
const open = async (uri) => {
  const known = documents.get(uri.toString());
  if (known || !uri.path.endsWith('.md')) return known;
  try {
    const text = await fs.promises.readFile(uri.fsPath, 'utf8');
    const document = TextDocument.create(uri.toString(), 'markdown', 1, text);
    documents.set(uri.toString(), document);
    return document;
  } catch {
    return undefined;
  }
};
const never = new Emitter().event;
const workspace = {
  workspaceFolders: [URI.file(root)],
  onDidChangeMarkdownDocument: never,
  onDidCreateMarkdownDocument: never,
  onDidDeleteMarkdownDocument: never,
  async getAllMarkdownDocuments() {
    for (const name of files) await open(URI.file(path.join(root, name)));
    return documents.values();
  },
  hasMarkdownDocument: (uri) => documents.has(uri.toString()),
  openMarkdownDocument: open,
  async stat(uri) {
    try {
      return { isDirectory: (await fs.promises.stat(uri.fsPath)).isDirectory() };
    } catch {
      return undefined;
    }
  },
  readDirectory: async (uri) =>
    (await fs.promises.readdir(uri.fsPath, { withFileTypes: true })).map((entry) => [
      entry.name,
      { isDirectory: entry.isDirectory() },
    ]),
};
const markdown = new MarkdownIt({ html: true, linkify: true });
const parser = { slugifier: githubSlugifier, tokenize: async (one) => markdown.parse(one.getText(), {}) };
const service = createLanguageService({ workspace, parser, logger: { level: LogLevel.Off, log() {} } });
let problems = 0;
for (const document of [...(await workspace.getAllMarkdownDocuments())])
  problems += (await service.computeDiagnostics(document, OPTIONS, token)).length;
const ms = performance.now() - started;
console.log(JSON.stringify({ notes: documents.size, problems, ms, megabytes: process.resourceUsage().maxRSS / 1024 }));
