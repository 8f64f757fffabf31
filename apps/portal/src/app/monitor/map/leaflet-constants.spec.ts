import { allowLeafletConstants } from './leaflet-constants';

type Rules = { createHTML: (markup: string) => string };
const world = globalThis as { trustedTypes?: unknown };

describe('the policy for the map library', () => {
  afterEach(() => delete world.trustedTypes);

  it('lets its constants become markup, and nothing else', () => {
    const made: [string, Rules][] = [];
    world.trustedTypes = { createPolicy: (name: string, rules: Rules) => made.push([name, rules]) };
    allowLeafletConstants();
    const [[name, rules] = ['', undefined]] = made;
    expect(name).toBe('default');
    expect(rules?.createHTML('<svg/>')).toBe('<svg/>');
    expect(() => rules?.createHTML('<img src=x onerror=alert(1)>')).toThrow(TypeError);
  });

  it('is made once, and not at all where the browser knows no such thing', () => {
    const made: string[] = [];
    world.trustedTypes = { createPolicy: (name: string) => made.push(name), defaultPolicy: {} };
    allowLeafletConstants();
    delete world.trustedTypes;
    allowLeafletConstants();
    expect(made).toEqual([]);
  });
});
