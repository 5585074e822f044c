// What a person does in the workbench, in terms of roles and labels that hold in every pinned version.

import * as fs from 'node:fs';
import type { Locator, Page } from 'playwright-core';

/** What the runner gives every UI test. */
declare global {
  const TGIK: {
    readonly host: string;
    readonly shots: string;
    readonly samples: string;
    readonly archive: string | undefined;
    open(show: string, settings?: object, language?: string): Promise<{ page: Page; dir: string }>;
    /** Gets a copy of a show ready for a VS Code that does not trust it; `go` opens it. */
    openLimited(show: string): Promise<{ page: Page; dir: string; go(): Promise<unknown> }>;
    close(): Promise<void>;
    /** Ends the process the extension runs in, as a crash would; gives how many there were. */
    killExtensionHost(): number;
  };
}

export async function until<T>(what: string, f: () => Promise<T> | T, ms = 10000): Promise<NonNullable<T>> {
  const end = Date.now() + ms;
  let last: unknown;
  for (;;) {
    try {
      const v = await f();
      if (v) return v as NonNullable<T>;
    } catch (e) {
      last = e;
    }
    if (Date.now() > end) throw new Error(`gave up waiting for ${what}${last ? `: ${last}` : ''}`);
    await new Promise((r) => setTimeout(r, 50));
  }
}

export class Workbench {
  readonly quickInput: Locator;
  readonly quickBox: Locator;
  constructor(readonly page: Page) {
    this.quickInput = page.locator('.quick-input-widget');
    this.quickBox = this.quickInput.locator('input.input').first();
  }

  async ready(): Promise<this> {
    await this.page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 30000 });
    await this.page
      .locator('.monaco-workbench .explorer-folders-view .monaco-list-row')
      .first()
      .waitFor({ timeout: 30000 });
    return this;
  }
  /** The palette may ignore the key while the workbench still restores itself: press until it shows. */
  private async openQuick(key: string): Promise<void> {
    await until('quick input', async () => {
      if (await this.quickBox.isVisible()) return true;
      await this.page.keyboard.press(key);
      await this.quickBox.waitFor({ state: 'visible', timeout: 1000 });
      return true;
    });
  }
  /** Row whose name begins with label; the list is refilled as providers answer, so wait for it. */
  quickRow(label: string): Locator {
    return this.quickInput.locator('.monaco-list-row', { hasText: label }).first();
  }

  async runCommand(title: string): Promise<void> {
    // commands of extensions may come after the palette was opened: it does not list them until it is opened again
    await until(
      `the command ${title}`,
      async () => {
        await this.openQuick('F1');
        await this.quickBox.fill(`>${title}`);
        const row = this.quickRow(title);
        try {
          await row.waitFor({ timeout: 3000 });
        } catch (error) {
          await this.page.keyboard.press('Escape');
          throw error;
        }
        await row.click();
        return true;
      },
      30_000,
    );
  }
  /** Enter on every step of a wizard, each once it is there. */
  async answerAll(): Promise<void> {
    const title = this.quickInput.locator('.quick-input-title', { hasText: /\(\d+\/\d+\)/ });
    for (;;) {
      await title.waitFor();
      const [, step, last] = /\((\d+)\/(\d+)\)/.exec((await title.textContent()) ?? '') ?? [];
      if (step === last) return this.acceptStep();
      await this.answerStep(Number(step));
    }
  }
  /** Enter on a step of a wizard, again where it was still being filled and took none. */
  async answerStep(step: number): Promise<void> {
    const title = this.quickInput.locator('.quick-input-title', { hasText: `(${step}/` });
    await title.waitFor();
    await until(
      `an answer to step ${step}`,
      async () => {
        if (await title.isVisible()) await this.acceptStep();
        await title.waitFor({ state: 'hidden', timeout: 8000 });
        return true;
      },
      30_000,
    );
  }
  private async acceptStep(): Promise<void> {
    await this.quickInput.locator('.monaco-list-row').first().waitFor();
    await this.page.keyboard.press('Enter');
  }
  /** `file` is a name, or a path from the folder that is open. */
  async openFile(file: string): Promise<void> {
    const [name = '', ...folders] = file.split('/').reverse();
    await this.openQuick('Control+p');
    await this.quickBox.fill(file);
    const row = this.quickInput
      .locator('.monaco-list-row', { hasText: name })
      .filter({ hasText: folders.reverse().join('/') })
      .first();
    await row.waitFor();
    await row.click();
    await this.tab(name).first().waitFor();
    await this.page.locator('.editor-instance .view-lines .view-line').first().waitFor();
  }
  tab(name: string): Locator {
    return this.page.locator('.tabs-container').getByRole('tab', { name: new RegExp(`^${name.replace('.', '\\.')}`) });
  }
  async openView(containerTitle: string): Promise<void> {
    await this.page
      .locator('.activitybar')
      .getByRole('tab', { name: new RegExp(`^${containerTitle}`) })
      .click();
    // its tooltip lies over the view's first rows and takes the clicks meant for them
    let x = 900;
    await until(
      'the tooltip to go',
      async () => {
        // again: a slow window misses that the mouse has left
        x = x === 900 ? 940 : 900;
        await this.page.mouse.move(x, 400, { steps: 3 });
        return (await this.page.locator('.monaco-hover.workbench-hover', { hasText: containerTitle }).count()) === 0;
      },
      30_000,
    );
  }
  /** Waits until an element has not changed for a while: a tree that is being refilled drops what is done to it. */
  async settled(of: Locator, quiet = 200): Promise<void> {
    await of.evaluate(
      (el, q) =>
        new Promise<void>((ok) => {
          let t = setTimeout(done, q);
          const o = new MutationObserver(() => {
            clearTimeout(t);
            t = setTimeout(done, q);
          });
          function done() {
            o.disconnect();
            ok();
          }
          o.observe(el, { subtree: true, childList: true, attributes: true });
        }),
      quiet,
    );
  }
  /** Sets a tree checkbox. A click that lands while the tree redraws is lost, so look, click, look again. */
  async setChecked(tree: string, row: string, want: boolean): Promise<void> {
    const box = this.checkbox(tree, row);
    const is = async () => (await box.getAttribute('aria-checked')) === String(want);
    await until(`checkbox to be ${want}`, async () => {
      await this.settled(this.tree(tree));
      if (await is()) return true;
      await box.click({ timeout: 2000 });
      return until('click to take', is, 1500);
    });
  }
  /** Chooses from a menu of a view's title. VS Code closes an open menu where the view's buttons change meanwhile. */
  async chooseFrom(view: string, icon: string, title: string): Promise<void> {
    const header = this.page.locator('.pane-header', { hasText: view });
    const item = this.page.getByRole('menuitem', { name: title });
    await until(
      `the choice ${title}`,
      async () => {
        await this.page.keyboard.press('Escape');
        await this.settled(this.page.locator('body'));
        await header.hover();
        await header.locator(icon).click();
        await item.hover({ timeout: 3000 });
        await this.settled(this.page.locator('body'));
        await item.click({ delay: 200, timeout: 3000 });
        return true;
      },
      30_000,
    );
  }
  checkbox(tree: string, row: string): Locator {
    return this.tree(tree).getByRole('treeitem', { name: row }).getByRole('checkbox');
  }
  tree(name: string): Locator {
    return this.page.getByRole('tree', { name });
  }
  /** Drags as a hand does: press, a small start, a slow way, a rest on the target, let go. */
  async drag(from: Locator, to: Locator): Promise<void> {
    await from.hover();
    await this.page.mouse.down();
    const [start, end] = [await from.boundingBox(), await to.boundingBox()];
    if (!start || !end) throw new Error('nothing to drag, or nowhere to go');
    const [x, y] = [end.x + end.width / 2, end.y + end.height / 2];
    await this.page.mouse.move(start.x + start.width / 2 + 8, start.y + start.height / 2, { steps: 3 });
    await this.page.mouse.move(x, y, { steps: 10 });
    await this.page.waitForTimeout(200);
    await this.page.mouse.move(x + 2, y, { steps: 2 });
    await this.page.mouse.up();
  }
  editorLine(text: string): Locator {
    return this.page.locator('.editor-instance .view-line', { hasText: text }).first();
  }
  /** Move the mouse to a piece of text in the editor, in steps, as a hand would. */
  async hoverText(text: string): Promise<void> {
    const box = await this.page.evaluate((t) => {
      const w = document.createTreeWalker(
        document.querySelector('.editor-instance .view-lines')!,
        NodeFilter.SHOW_TEXT,
      );
      for (let n = w.nextNode(); n; n = w.nextNode()) {
        const at = (n.nodeValue ?? '').replace(/\u00a0/g, ' ').indexOf(t);
        if (at < 0) continue;
        const r = document.createRange();
        r.setStart(n, at);
        r.setEnd(n, at + t.length);
        const b = r.getBoundingClientRect();
        return { x: b.x + b.width / 2, y: b.y + b.height / 2 };
      }
      return null;
    }, text);
    if (!box) throw new Error(`no such text on screen: ${text}`);
    await this.page.mouse.move(box.x - 40, box.y + 60);
    await this.page.mouse.move(box.x, box.y, { steps: 4 });
  }
}
export const read = (f: string): string => fs.readFileSync(f, 'utf8');
