import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { ComponentFixture } from '@angular/core/testing';
import type { JsonSchema } from '@anuyat/licence-kit';
import { FormView } from './form-view';
import { loadRules } from './load-rules';
import type { AnswerChange } from './paths';

const title = (words: string) => ({ th: words, en: words });
const schema: JsonSchema = {
  type: 'object',
  required: ['business'],
  properties: {
    business: {
      type: 'object',
      required: ['name', 'hasSign', 'signText', 'start', 'phone'],
      properties: {
        name: { type: 'string', minLength: 2, 'x-title': title('ชื่อร้าน'), 'x-order': 1 },
        hasSign: { type: 'boolean', 'x-title': title('มีป้าย'), 'x-order': 2 },
        signText: { type: 'string', 'x-title': title('ข้อความบนป้าย'), 'x-when': 'business.hasSign = true', 'x-order': 3 },
        capital: { type: 'number', 'x-widget': 'money', 'x-title': title('เงินทุน'), 'x-order': 4 },
        start: { type: 'string', format: 'iso-date', 'x-widget': 'date', 'x-title': title('วันเริ่ม'), 'x-order': 5 },
        phone: { type: 'string', format: 'thai-phone', 'x-widget': 'phone', 'x-title': title('โทรศัพท์'), 'x-order': 6 },
        staff: { type: 'array', 'x-title': title('พนักงาน'), items: { type: 'object', required: ['who'], properties: { who: { type: 'string', 'x-title': title('ใคร') } } }, 'x-order': 7 },
      },
    },
  },
};

async function show(answers: Record<string, unknown> = {}): Promise<{ fixture: ComponentFixture<FormView>; element: HTMLElement; changes: AnswerChange[]; settle: () => Promise<void> }> {
  await loadRules();
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
  const fixture = TestBed.createComponent(FormView);
  fixture.componentRef.setInput('schema', schema);
  fixture.componentRef.setInput('answers', answers);
  const changes: AnswerChange[] = [];
  fixture.componentInstance.changed.subscribe((change) => changes.push(change));
  const settle = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
  };
  await settle();
  TestBed.inject(HttpTestingController).verify();
  return { fixture, element: fixture.nativeElement as HTMLElement, changes, settle };
}

function type(element: HTMLElement, id: string, words: string): void {
  const field = element.querySelector<HTMLInputElement>(`#${id}`);
  if (!field) throw new Error(`${id} is not shown`);
  field.value = words;
  field.dispatchEvent(new Event('input'));
}

describe('a form from a schema', () => {
  it('shows a field for each fact, with what is known already', async () => {
    const { element } = await show({ business: { name: 'ครัวน้ำใส' } });
    expect(element.querySelector<HTMLInputElement>('#f-business-name')?.value).toBe('ครัวน้ำใส');
    expect(element.querySelectorAll('input[type=radio]')).toHaveLength(2);
  });

  it('asks a conditional field only where its rule holds', async () => {
    const { element, settle } = await show();
    expect(element.querySelector('#f-business-signText')).toBeNull();
    element.querySelectorAll<HTMLInputElement>('input[type=radio]')[0]?.click();
    await settle();
    expect(element.querySelector('#f-business-signText')).not.toBeNull();
    element.querySelectorAll<HTMLInputElement>('input[type=radio]')[1]?.click();
    await settle();
    expect(element.querySelector('#f-business-signText')).toBeNull();
  });

  it('tells each change by its path, cleaned: Thai digits, commas, dashes', async () => {
    const { element, changes } = await show();
    type(element, 'f-business-capital', '๑,๕๐๐,๐๐๐');
    type(element, 'f-business-phone', '081-234 5678');
    type(element, 'f-business-name', '');
    expect(changes).toEqual([
      { path: 'business.capital', value: 1_500_000 },
      { path: 'business.phone', value: '0812345678' },
      { path: 'business.name', value: null },
    ]);
  });

  it('takes a date in three fields, in either calendar, and says how it was read', async () => {
    const { element, changes, settle } = await show();
    const [day, month, year] = element.querySelectorAll<HTMLInputElement>('.date-parts input');
    for (const [field, words] of [[day, '๒๑'], [month, 'พ.ย.'], [year, '2569']] as const) {
      if (!field) throw new Error('The date has three fields.');
      field.value = words;
      field.dispatchEvent(new Event('input'));
    }
    await settle();
    expect(changes.at(-1)).toEqual({ path: 'business.start', value: '2026-11-21' });
    expect(element.textContent).toContain('คือ 21 พฤศจิกายน 2569');
  });

  it('says what is wrong only when asked to check, beside each field, and takes it back when the field changes', async () => {
    const { fixture, element, settle } = await show();
    expect(element.querySelectorAll('.field-error')).toHaveLength(0);
    const problems = await fixture.componentInstance.validate();
    await settle();
    expect(problems.map(({ path }) => path)).toEqual(['business.name', 'business.hasSign', 'business.start', 'business.phone']);
    expect(element.querySelector('#f-business-name')?.getAttribute('aria-invalid')).toBe('true');
    expect(element.querySelector('#f-business-name')?.getAttribute('aria-describedby')).toBe('f-business-name-error');
    type(element, 'f-business-name', 'ครัวน้ำใส');
    await settle();
    expect(element.querySelector('#f-business-name')?.getAttribute('aria-invalid')).toBeNull();
  });

  it('takes for a number only what people write as one', async () => {
    const { element, changes } = await show();
    const capital = (words: string) => {
      type(element, 'f-business-capital', words);
      return changes.at(-1)?.value;
    };
    expect(['๓๐๐,๐๐๐', '1 200.50', '1e9', '0x10', '3 แสน', '-'].map(capital)).toEqual([300_000, 1200.5, '1e9', '0x10', '3 แสน', '-']);
  });

  it.each([[['', '1', '2570'], '/1/2570'], [['31', '2', '2570'], '31/2/2570'], [['30', 'ก.พ.', '2570'], '30 ก.พ. 2570'], [['10', '', ''], '10//']])('keeps %j, which is no day, part by part', async (parts, kept) => {
    const inputs = (element: HTMLElement) => [...element.querySelectorAll<HTMLInputElement>('.date-parts input')];
    const { element, changes } = await show();
    for (const [at, part] of parts.entries()) {
      const field = inputs(element)[at] ?? element.ownerDocument.createElement('input');
      field.value = part;
      field.dispatchEvent(new Event('input'));
    }
    expect(changes.at(-1)).toEqual({ path: 'business.start', value: kept });
    TestBed.resetTestingModule();
    const again = await show({ business: { start: kept } });
    expect(inputs(again.element).map(({ value }) => value)).toEqual(parts);
  });

  it('adds and removes rows, told as the whole list', async () => {
    const { element, changes, settle } = await show({ business: { staff: [{ who: 'ก' }] } });
    const press = async (words: string) => {
      [...element.querySelectorAll('button')].find((button) => button.textContent?.includes(words))?.click();
      await settle();
    };
    await press('เพิ่มอีกรายการ');
    type(element, 'f-business-staff-1-who', 'ข');
    expect(changes.at(-1)).toEqual({ path: 'business.staff', value: [{ who: 'ก' }, { who: 'ข' }] });
    await press('ลบรายการนี้');
    expect(changes.at(-1)).toEqual({ path: 'business.staff', value: [{ who: 'ข' }] });
    expect(element.querySelector<HTMLInputElement>('#f-business-staff-0-who')?.value).toBe('ข');
  });
});
