import { expect, type Locator, type Page } from '@playwright/test';
import { SLUG } from './join.ts';
import type { Lang, Visitor } from './visitor.ts';

/** What the saved mark can say, as the page marks it for machines. */
export type Saved = 'opening' | 'saved' | 'offline' | 'saving' | 'device' | 'unstored';

const WORDS = {
  en: {
    text: 'The group’s text',
    tools: 'Add and format',
    table: 'Table',
    beside: 'Beside the text',
    review: 'Review and sign',
    drafts: 'This text was not taken into the section',
  },
  fr: {
    text: 'Texte du groupe',
    tools: 'Ajouter et mettre en forme',
    table: 'Tableau',
    beside: 'Autour du texte',
    review: 'Relire et signer',
    drafts: 'Ce texte n’a pas été pris dans la section',
  },
} as const satisfies Record<Lang, Record<string, string>>;

/** A group's document in somebody's browser. */
export class GroupPage {
  readonly visitor: Visitor;
  readonly page: Page;
  /** The text itself. */
  readonly text: Locator;
  /** The saved mark in the bar. */
  readonly mark: Locator;
  readonly toolbar: Locator;
  /** The tools of the table the caret is in. */
  readonly tableBar: Locator;
  /** Outcomes and people beside the text. */
  readonly beside: Locator;
  readonly review: Locator;
  readonly drafts: Locator;

  constructor(visitor: Visitor) {
    const { lang, page } = visitor;
    const words = WORDS[lang];
    this.visitor = visitor;
    this.page = page;
    this.text = page.getByRole('textbox', { name: words.text });
    this.mark = page.locator('[data-saved]');
    this.toolbar = page.getByRole('toolbar', { name: words.tools });
    this.tableBar = page.getByRole('toolbar', { name: words.table, exact: true });
    this.beside = page.getByRole('complementary', { name: words.beside });
    this.review = page.getByRole('link', { name: words.review }).filter({ visible: true });
    this.drafts = page.getByRole('region', { name: words.drafts });
  }

  /** Goes to a group and waits until it can be written in. */
  async open(group: string): Promise<void> {
    await this.page.goto(`/s/${SLUG}/g/${group}`);
    await this.isOpen();
  }

  async isOpen(): Promise<void> {
    await expect(this.text).toBeEditable();
    await this.isMarked('saved');
  }

  async isMarked(...states: readonly Saved[]): Promise<void> {
    await expect(this.mark).toHaveAttribute('data-saved', new RegExp(`^(${states.join('|')})$`));
  }

  /** Puts the caret into a new paragraph at the very end. */
  async goToEnd(): Promise<void> {
    await this.text.focus();
    await this.#caretSettles();
    await this.page.keyboard.press('Control+End');
    await this.#newParagraph();
  }

  /** Puts the caret into a new paragraph right below a heading, the first one unless it is named. */
  async goBelow(heading: string | RegExp = /./): Promise<void> {
    await this.text.getByRole('heading', { name: heading }).first().click();
    await this.#caretSettles();
    await this.page.keyboard.press('End');
    await this.#newParagraph();
  }

  async #newParagraph(): Promise<void> {
    await this.#caretSettles();
    await this.page.keyboard.press('Enter');
    await this.#caretSettles();
  }

  /**
   * The browser tells the editor in a task of its own that the caret has moved, and after gaining the focus the editor
   * puts it back where it was for 20 ms. No person is faster than that; this waits for it in the page's own timers.
   */
  async #caretSettles(): Promise<void> {
    await this.page.evaluate(async () => {
      const after = async (wait: number): Promise<void> => {
        const { promise, resolve } = Promise.withResolvers<void>();
        setTimeout(resolve, wait);
        return promise;
      };
      await after(30);
      await after(0);
    });
  }

  /** Presses a key that moves the caret, and lets the editor hear of it before the next one. */
  async move(key: string): Promise<void> {
    await this.page.keyboard.press(key);
    await this.#caretSettles();
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** The words of what matches in the text, without the names at others' carets, which stand in the middle of words. */
  async wordsOf(selector: string): Promise<string[]> {
    return this.text.locator(selector).evaluateAll((elements) =>
      elements.map((element) => {
        const copy = element.cloneNode(true) as Element;
        for (const caret of copy.querySelectorAll('.plenary-caret')) caret.remove();
        return copy.textContent ?? '';
      }),
    );
  }

  /** Waits until the text is there, and expects it to be there once. */
  async hasOnce(text: string): Promise<void> {
    await expect(this.text).toContainText(text);
    expect((await this.wordsOf(':scope > *')).join('\n').split(text)).toHaveLength(2);
  }

  /** Waits until the program is kept on the device, so that the page opens without a network. */
  async isKept(): Promise<void> {
    await this.page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
  }

  tool(name: string): Locator {
    return this.toolbar.getByRole('button', { name, exact: true });
  }

  tableTool(name: string): Locator {
    return this.tableBar.getByRole('button', { name, exact: true });
  }

  /** An outcome in the text, by the name of its kind. */
  outcome(label: string): Locator {
    return this.text.getByRole('group', { name: label, exact: true });
  }

  /** The number the panel shows for a kind, whose name stands in singular or plural. */
  count(kind: RegExp): Locator {
    return this.beside.locator('p, summary').filter({ hasText: kind });
  }
}
