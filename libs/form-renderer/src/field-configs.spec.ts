import { fieldConfigs, typeOf } from './field-configs';

describe('the fields of a schema', () => {
  it('stand in the order of the form, not of the file', () => {
    const fields = fieldConfigs({ properties: { b: { type: 'string', 'x-order': 20 }, a: { type: 'string', 'x-order': 10 } } });
    expect(fields.map(({ key }) => key)).toEqual(['a', 'b']);
  });

  it.each([
    [{ type: 'string' }, 'text'],
    [{ type: 'string', 'x-widget': 'textarea' }, 'textarea'],
    [{ type: 'boolean' }, 'radios'],
    [{ type: 'boolean', 'x-widget': 'checkbox' }, 'checkbox'],
    [{ type: 'string', enum: ['a', 'b'] }, 'radios'],
    [{ type: 'string', enum: ['1', '2', '3', '4', '5', '6', '7'] }, 'select'],
    [{ type: 'integer' }, 'number'],
    [{ type: 'string', format: 'iso-date' }, 'date'],
    [{ type: 'object', 'x-widget': 'address' }, 'address'],
    [{ type: 'object' }, 'group'],
    [{ type: 'array', items: { type: 'object' } }, 'rows'],
    [{ type: 'array', items: { enum: ['a'] } }, 'checkboxes'],
    [{ type: 'string', 'x-widget': 'something-new' }, 'text'],
  ] as const)('%j is shown as %s', (schema, type) => {
    expect(typeOf(schema as Parameters<typeof typeOf>[0])).toBe(type);
  });

  it('say which of them must be answered', () => {
    const [name, site] = fieldConfigs({ required: ['name'], properties: { name: { type: 'string' }, site: { type: 'string' } } });
    expect(name?.props?.['isRequired']).toBe(true);
    expect(site?.props?.['isRequired']).toBe(false);
  });
});
