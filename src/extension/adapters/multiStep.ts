import * as vscode from 'vscode';

/** Where a step stands: `2/4`, and whether there is one to go back to. */
export interface StepPlace {
  readonly step: number;
  readonly totalSteps: number;
}

/** What a step answers; `again` asks the same once more, with what has changed. */
export type StepResult = 'next' | 'back' | 'again' | 'cancelled';

export type Step = (place: StepPlace) => Promise<StepResult>;

/** Asks step by step; Back goes back to what was answered. Gives whether the last step was answered. */
export async function runSteps(steps: readonly Step[]): Promise<boolean> {
  let at = 0;
  while (at < steps.length) {
    const result = await steps[at]?.({ step: at + 1, totalSteps: steps.length });
    if (result === 'cancelled') return false;
    if (result === 'next') at += 1;
    else if (result === 'back') at = Math.max(0, at - 1);
  }
  return true;
}

export interface PickOptions<T extends vscode.QuickPickItem> {
  readonly title: string;
  readonly placeholder: string;
  /** The items for what has been typed. */
  items(typed: string): readonly T[];
  readonly value?: string;
  readonly active?: (item: T) => boolean;
  /** Told what was typed where the user goes back, so that it is there again. */
  readonly onBack?: (typed: string) => void;
  readonly buttons?: readonly { readonly button: vscode.QuickInputButton; run(active: T | undefined): unknown }[];
}

/** One step that picks; undefined for Escape. */
export function pickInSteps<T extends vscode.QuickPickItem>(
  { step, totalSteps }: StepPlace,
  options: PickOptions<T>,
): Promise<T | 'back' | undefined> {
  const pick = vscode.window.createQuickPick<T>();
  const fill = (): void => {
    pick.items = options.items(pick.value);
  };
  Object.assign(pick, {
    title: options.title,
    step,
    totalSteps,
    placeholder: options.placeholder,
    ignoreFocusOut: true,
  });
  pick.matchOnDescription = true;
  pick.value = options.value ?? '';
  fill();
  const active = pick.items.find((item) => options.active?.(item) === true);
  if (active) pick.activeItems = [active];
  const extra = options.buttons ?? [];
  pick.buttons = [...(step > 1 ? [vscode.QuickInputButtons.Back] : []), ...extra.map(({ button }) => button)];
  return new Promise<T | 'back' | undefined>((resolve) => {
    pick.onDidChangeValue(fill);
    pick.onDidAccept(() => {
      // Enter may come before VS Code has shown the items of what was typed last
      const chosen = pick.activeItems.find((item) => pick.items.includes(item)) ?? options.items(pick.value)[0];
      if (chosen) resolve(chosen);
    });
    pick.onDidTriggerButton((button) => {
      if (button === vscode.QuickInputButtons.Back) {
        options.onBack?.(pick.value);
        resolve('back');
      } else void extra.find((one) => one.button === button)?.run(pick.activeItems[0]);
    });
    pick.onDidHide(() => resolve(undefined));
    pick.show();
  }).finally(() => pick.dispose());
}
