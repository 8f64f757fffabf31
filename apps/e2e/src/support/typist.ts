import type { Locator, Page } from 'playwright-core';
import { findActivity, findDistrict, findWhereabouts } from '@anuyat/dictionary/reference';
import { getFactAt, type CaseAnswers, type JsonSchema, type Language } from '@anuyat/licence-kit';

/** How a person reaches the controls of a page: by pointing, or by keys alone. */
export interface Hands {
  /** Puts the cursor into a field. */
  enter(field: Locator): Promise<void>;
  /** Presses a button or a link. */
  press(control: Locator): Promise<void>;
  /** Chooses one radio of a group. */
  choose(radio: Locator): Promise<void>;
}

/** Clicks and taps. */
export const pointing: Hands = {
  enter: (field) => field.click(),
  press: (control) => control.click(),
  choose: (radio) => radio.check(),
};

type Address = Record<string, string>;

/** Fills in forms as people do, in the fields that they see. */
export class Typist {
  constructor(
    private readonly page: Page,
    private readonly language: Language,
    private readonly hands: Hands = pointing,
  ) {}

  /** Answers everything under a path that the schema asks and the answers know. */
  async fill(path: string, schema: JsonSchema, answers: CaseAnswers): Promise<void> {
    const value = getFactAt(answers, path);
    if (value === undefined || value === null) return;
    if (schema.type === 'array') return Array.isArray(value) && typeof value[0] === 'object' ? this.fillRows(path, schema, value.length, answers) : this.findActivities(path, value as string[]);
    if (schema['x-widget'] === 'address') return this.fillAddress(path, schema, value as Address);
    if (schema.properties) {
      for (const [name, field] of inOrder(schema)) await this.fill(`${path}.${name}`, field, answers);
      return;
    }
    if (schema['x-widget'] === 'date') return this.writeDate(path, String(value));
    if (schema['x-widget'] === 'estate' || schema['x-widget'] === 'zone') return this.select(path, { value: String(value) });
    if (schema['x-widget'] === 'select') return this.select(path, { label: schema['x-labels']?.[String(value)]?.[this.language] ?? '' });
    if (schema.enum || schema.type === 'boolean') return this.choose(path, (schema.enum ?? [true, false]).indexOf(value as string));
    await this.write(this.at(path), String(value));
  }

  /** Types into a field what is not in it yet. */
  async write(field: Locator, words: string): Promise<void> {
    await field.waitFor();
    const there = await field.inputValue();
    if (there === words || there.replace(/\D/g, '') === words) return;
    await this.hands.enter(field);
    if (there) await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.keyboard.type(words);
  }

  at(path: string): Locator {
    return this.page.locator(`[id="f-${path.replaceAll('.', '-')}"]`);
  }

  private async fillRows(path: string, schema: JsonSchema, count: number, answers: CaseAnswers): Promise<void> {
    for (let index = 0; index < count; index += 1) {
      const rows = this.at(path).locator('.row-card');
      if ((await rows.count()) <= index) await this.hands.press(this.at(path).locator('> p button'));
      await rows.nth(index).waitFor();
      for (const [name, field] of inOrder(schema.items ?? {})) await this.fill(`${path}.${index}.${name}`, field, answers);
    }
  }

  /** The subdistrict is found by its name and fills in the rest. */
  private async fillAddress(path: string, schema: JsonSchema, address: Address): Promise<void> {
    await this.at(path).waitFor();
    for (const [name] of inOrder(schema)) {
      const field = this.at(`${path}.${name}`);
      const isTyped = name in address && !['subdistrict', 'district', 'province', 'postcode'].includes(name);
      if (isTyped && (await field.count()) > 0) await this.write(field, address[name] ?? '');
    }
    const { subdistrict = '', postcode = '' } = address;
    const here = findWhereabouts(subdistrict);
    const district = findDistrict(subdistrict.slice(0, 4))?.title[this.language] ?? '';
    if ((await this.at(`${path}.postcode`).inputValue()) === postcode) return;
    await this.pick(this.at(`${path}.subdistrict`), here?.subdistrict.title[this.language] ?? '', `${district}.*${postcode}`);
    await this.page.waitForFunction(`document.getElementById('f-${path.replaceAll('.', '-')}-postcode').value === '${postcode}'`);
  }

  private async findActivities(path: string, codes: string[]): Promise<void> {
    for (const code of codes) await this.pick(this.at(path), findActivity(code)?.title[this.language] ?? code, code);
  }

  /** Types into a field that offers matches and takes one with the arrow keys. */
  private async pick(field: Locator, words: string, match: string): Promise<void> {
    await this.hands.enter(field);
    await this.page.keyboard.type(words);
    const options = this.page.getByRole('option');
    await options.filter({ hasText: new RegExp(match) }).first().waitFor();
    const wanted = (await options.allInnerTexts()).findIndex((text) => new RegExp(match).test(text.replace(/\s+/g, ' ')));
    for (let step = 0; step <= wanted; step += 1) await this.page.keyboard.press('ArrowDown');
    await this.page.keyboard.press('Enter');
    await options.first().waitFor({ state: 'hidden' });
  }

  private async choose(path: string, index: number): Promise<void> {
    const radio = this.at(path).getByRole('radio').nth(index);
    await radio.waitFor();
    if (!(await radio.isChecked())) await this.hands.choose(radio);
  }

  private async select(path: string, choice: { value: string } | { label: string }): Promise<void> {
    const field = this.at(path);
    await field.locator('option').nth(1).waitFor({ state: 'attached' });
    await this.hands.enter(field);
    await field.selectOption(choice);
    await this.page.keyboard.press('Escape');
  }

  /** Day, month and year in three fields; Thai readers write Buddhist years. */
  private async writeDate(path: string, iso: string): Promise<void> {
    const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
    const parts = [day, month, this.language === 'th' ? year + 543 : year];
    const fields = this.at(path).getByRole('textbox');
    await fields.first().waitFor();
    for (const [index, part] of parts.entries()) await this.write(fields.nth(index), String(part));
  }
}

function inOrder(schema: JsonSchema): [string, JsonSchema][] {
  return Object.entries(schema.properties ?? {}).sort(([, a], [, b]) => (a['x-order'] ?? 0) - (b['x-order'] ?? 0));
}
