import { Component } from '@angular/core';
import { Field, Fieldset, describedBy } from './field';
import { render, wordsOf } from './testing/render';

@Component({
  imports: [Field, Fieldset],
  template: `
    <ui-field for="area" label="พื้นที่" help="ตารางเมตร" error="กรอกพื้นที่" isOptional><input id="area" /></ui-field>
    <ui-fieldset for="tenure" label="สิทธิ" error="เลือกสิทธิ"><input type="radio" /></ui-fieldset>
  `,
})
class Host {}

describe('a field', () => {
  it('ties its label to the control, and marks what is optional', async () => {
    const { element } = await render(Host);
    const label = element.querySelector('label');
    expect(label?.htmlFor).toBe('area');
    expect(wordsOf(label)).toBe('พื้นที่ (ไม่บังคับ)');
  });

  it('says its error in words, with the word for error to those who hear it', async () => {
    const { element } = await render(Host);
    expect(wordsOf(element.querySelector('#area-error'))).toBe('ข้อผิดพลาด: กรอกพื้นที่');
    expect(describedBy('area', 'help', 'error')).toBe('area-help area-error');
    expect(describedBy('area', '', '')).toBeNull();
  });

  it('of several controls is a fieldset that is described by its error', async () => {
    const { element } = await render(Host);
    const group = element.querySelector('fieldset');
    expect(wordsOf(group?.querySelector('legend'))).toBe('สิทธิ');
    expect(group?.getAttribute('aria-describedby')).toBe('tenure-error');
  });
});
