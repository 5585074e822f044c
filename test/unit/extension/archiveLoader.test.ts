import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import url from 'node:url';
import zlib from 'node:zlib';
import type * as vscode from 'vscode';
import type { Archive, ArchiveOfHeads } from '../../../src/core/archive/archive.js';
import { buildArchive, nextNumber } from '../../../src/core/archive/buildArchive.js';
import { TGIK } from '../../../src/core/show/show.js';
import { type FindDisk, findDiskWith } from '../../../src/extension/adapters/noteDisk.js';
import type { Thread, Threads } from '../../../src/extension/adapters/noteReader.js';
import type { ShowFolder } from '../../../src/extension/adapters/showFolder.js';
import { answerRequest } from '../../../src/worker/answerRequest.js';
import { nodeDisk } from '../../../src/worker/nodeDisk.js';
import type { ReadKind } from '../../../src/worker/readRequest.js';
import { archiveReaders } from '../../support/archiveReaders.js';
import { headsOf, plainArchive } from '../../support/plainArchive.js';

const { ArchiveLoader, Archives, Episodes, NoteCache, NoteReader, vscode: fake } = archiveReaders();
const NOTES = 250;
const SERIES = ['Bread', 'Tea', 'Coffee'];

suite('the loader of archives', () => {
  let root: string;
  let storage: string;
  const warnings: string[] = [];
  const told: string[] = [];
  const loaders: { readonly saved: Promise<void> }[] = [];
  const log = {
    debug: (words: string) => void told.push(words),
    warn: (words: string) => void warnings.push(words),
  } as unknown as vscode.LogOutputChannel;
  const noteFile = (number: string): string => path.join(root, 'episodes', number, 'README.md');

  setup(() => {
    warnings.length = 0;
    root = fs.mkdtempSync(path.join(os.tmpdir(), 'tgik-archive-'));
    storage = path.join(root, '.storage');
    for (let number = 1; number <= NOTES; number += 1) {
      const name = String(number).padStart(3, '0');
      fs.mkdirSync(path.join(root, 'episodes', name), { recursive: true });
      const title = `# Episode ${name} : ${SERIES[number % 4] ?? 'Alone'} : ${number}`;
      fs.writeFileSync(
        noteFile(name),
        `${title}\n\n- Hosted by @ada\n\n## Notes\n\n- [x] [a](https://a.io/${number})\n`,
      );
    }
    const lines = Array.from(
      { length: NOTES },
      (_, at) => `- [${NOTES - at}: ${'Bread and tea '.repeat(6)}](episodes/x/README.md)\n`,
    );
    fs.writeFileSync(path.join(root, 'playlist.md'), `# All\n\n${lines.join('')}`);
    fs.mkdirSync(path.join(root, 'episodes', '900'));
    fs.mkdirSync(path.join(root, 'episodes', 'notes about bread'));
    fs.writeFileSync(noteFile('notes about bread'), '\uFEFF# Episode 950 : Bread\r\n\r\n- [ ] caf\u00E9\r\n');
    fs.writeFileSync(noteFile('007'), Buffer.from([0x23, 0x20, 0x42, 0xff, 0xc3, 0x0a]));
  });
  teardown(async () => {
    await Promise.all(loaders.splice(0).map(({ saved }) => saved));
    fs.rmSync(root, { recursive: true, maxRetries: 9 });
  });

  const showFolder = (): ShowFolder =>
    ({ folder: { uri: fake.Uri.file(root), name: 'show', index: 0 }, show: TGIK }) as unknown as ShowFolder;

  /** The archive as the core reads it. */
  function expected(): Archive {
    const folders = fs.readdirSync(path.join(root, 'episodes'));
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    const notes = folders
      .filter((name) => fs.existsSync(noteFile(name)))
      .map((name) => [`episodes/${name}/README.md`, decoder.decode(fs.readFileSync(noteFile(name)))] as const);
    const index = fs.readFileSync(path.join(root, 'playlist.md'), 'utf8');
    const { notes: _, ...archive } = buildArchive(TGIK, { notes: new Map(notes), folders, index, template: null });
    return plainArchive(archive);
  }

  /** Threads that do their work in a later turn, and what each was asked. */
  function threads(asked: ReadKind[] = [], failAt = 0): Threads {
    let count = 0;
    const start = (): Thread => {
      let [answer, fail]: [(read: never) => void, (error: unknown) => void] = [() => undefined, () => undefined];
      return {
        post: (request) => {
          asked.push(request.kind);
          count += 1;
          const now = count;
          setTimeout(() => {
            if (now === failAt) fail(new Error('gone'));
            else answer(structuredClone(answerRequest(request, nodeDisk(fs, url, zlib))) as never);
          });
        },
        onAnswer: (listener) => {
          answer = listener;
        },
        onFailure: (listener) => {
          fail = listener;
        },
        end: () => undefined,
      };
    };
    return { most: 2, start };
  }

  const findDisk = findDiskWith('none');
  const loaderWith = (some: Threads | undefined, disk: FindDisk = findDisk) => {
    const cache = new NoteCache(fake.Uri.file(storage) as unknown as vscode.Uri, '1', log);
    const reader = new NoteReader(some, log);
    const loader = new ArchiveLoader(log, new Episodes(reader), reader, cache, disk);
    loaders.push(loader);
    return loader;
  };

  test('gives the same from threads that ask the disk, from the workspace, and where threads fail on the way', async () => {
    const cases: [Threads | undefined, FindDisk?][] = [
      [threads()],
      [undefined],
      [threads(), () => undefined],
      ...[1, 2, 4].map((at): [Threads] => [threads([], at)]),
    ];
    for (const [some, disk] of cases) {
      const loader = loaderWith(some, disk);
      assert.deepEqual(plainArchive(await loader.load(showFolder())), expected());
      await loader.saved;
      fs.rmSync(storage, { recursive: true, force: true });
    }
  });

  test('tells first what the heads say', async () => {
    const asked: ReadKind[] = [];
    const told: ArchiveOfHeads[] = [];
    const whole = await loaderWith(threads(asked)).load(showFolder(), (heads) => void told.push(heads));
    assert.equal(told.length, 1);
    const [heads] = told as [ArchiveOfHeads];
    assert.deepEqual(heads, headsOf(whole));
    assert.equal(nextNumber(heads), nextNumber(whole));
    assert.ok(asked.lastIndexOf('head') < asked.indexOf('file'));
  });

  test('remembers in the next session, asks only for what has changed, and tells no heads of a few', async () => {
    const loader = loaderWith(threads());
    await loader.load(showFolder());
    await loader.saved;
    const again = async (): Promise<ReadKind[]> => {
      const asked: ReadKind[] = [];
      const heads = (): void => assert.fail('heads were told');
      const loader = loaderWith(threads(asked));
      assert.deepEqual(plainArchive(await loader.load(showFolder(), heads)), expected());
      await loader.saved;
      return asked;
    };
    assert.deepEqual(await again(), []);
    fs.writeFileSync(noteFile('012'), '# Episode 12 : Other : words\n\n- [x] a\n');
    fs.rmSync(noteFile('013'));
    fs.mkdirSync(path.join(root, 'episodes', '901'));
    fs.writeFileSync(noteFile('901'), '# Episode 901 : New\n');
    await again();
    for (const name of fs.readdirSync(storage)) fs.appendFileSync(path.join(storage, name), '{');
    await loaderWith(threads()).load(showFolder());
    assert.match(warnings.join(), /damaged/);
  });

  test('reads only that note again of which what was kept is damaged', async () => {
    const first = loaderWith(threads());
    await first.load(showFolder());
    await first.saved;
    const name = fs.readdirSync(storage).find((one) => one.startsWith('notes-')) ?? '';
    const kept = fs.readFileSync(path.join(storage, name));
    kept[kept.length - 50] = (kept[kept.length - 50] ?? 0) ^ 1;
    fs.writeFileSync(path.join(storage, name), kept);
    assert.deepEqual(plainArchive(await loaderWith(threads()).load(showFolder())), expected());
    assert.match(told.at(-1) ?? '', /, 1 read anew/);
    assert.match(warnings.join(), /damaged/);
  });

  test('keeps an index, unless it is read as fast', async () => {
    for (const lines of [2, 60]) {
      const line = '- [001: Bread and tea](episodes/001/README.md)\n';
      fs.writeFileSync(path.join(root, 'playlist.md'), `# All\n\n${line.repeat(lines)}`);
      const loader = loaderWith(threads());
      const { index } = await loader.load(showFolder());
      assert.equal(index?.entries.length, lines);
      await loader.saved;
      assert.equal(fs.readdirSync(storage).filter((one) => one.startsWith('index-')).length, lines > 2 ? 1 : 0);
    }
  });

  test('asks again for what it was told has changed, and for nothing else', async () => {
    const asked: ReadKind[] = [];
    const loader = loaderWith(threads(asked));
    await loader.load(showFolder());
    asked.length = 0;
    fs.writeFileSync(noteFile('012'), '# Episode 12 : Other : words\n\n- [x] a\n');
    const before = expected();
    loader.touch(fake.Uri.file(noteFile('012')) as unknown as vscode.Uri);
    assert.deepEqual(plainArchive(await loader.load(showFolder())), before);
    assert.deepEqual(asked, ['file']);
    fs.writeFileSync(noteFile('012'), '# Episode 12 : Other : words again\n');
    assert.deepEqual(plainArchive(await loader.load(showFolder())), before);
    loader.touchAll();
    assert.deepEqual(plainArchive(await loader.load(showFolder())), expected());
  });

  test('tells those that make do with heads, or with nothing, when all is there', async () => {
    let told = 0;
    const archives = new Archives(loaderWith(threads()), () => {
      told += 1;
    });
    assert.equal(archives.soFar(showFolder()), null);
    const { isWhole, archive } = await archives.heads(showFolder());
    assert.deepEqual([isWhole, archive.episodes.length], [false, NOTES + 1]);
    const whole = await archives.whole(showFolder());
    assert.equal(told, 1);
    assert.deepEqual(await archives.heads(showFolder()), { isWhole: true, archive: whole });
    assert.deepEqual(await archives.fresh(showFolder()), whole);
    assert.equal(told, 1);
  });
});
