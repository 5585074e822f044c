import { assert } from 'chai';
import * as vscode from 'vscode';

/** A web worker, where the host has such. */
declare const Worker:
  | undefined
  | (new (
      url: string,
    ) => {
      onmessage: (event: { readonly data: readonly { readonly title: string }[] }) => void;
      onerror: (event: { readonly message?: string }) => void;
      postMessage(message: unknown): void;
      terminate(): void;
    });

suite('the thread that reads notes', () => {
  test('starts in a browser’s extension host', async function () {
    if (typeof Worker === 'undefined') this.skip();
    const extension = vscode.extensions.getExtension('tgik.tgik') ?? assert.fail();
    const code = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension.extensionUri, 'dist/noteWorker.js'));
    const worker = new Worker(URL.createObjectURL(new Blob([code.slice()], { type: 'text/javascript' })));
    const notes = await new Promise<readonly { readonly title: string }[]>((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.postMessage({
        kind: 'note',
        show: { name: 'S', shortLink: 's.io', notes: 'e/{number}.md', hostLine: '', ignoreUrls: [] },
        root: '',
        items: ['# Episode 7 : Bread : rye', '# Two'],
      });
    });
    worker.terminate();
    assert.deepEqual(
      notes.map(({ title }) => title),
      ['Bread : rye', 'Two'],
    );
  });
});
