import { TestBed } from '@angular/core/testing';
import { Language } from './language';

describe('the language', () => {
  beforeEach(() => localStorage.clear());

  it('is Thai until somebody chooses, and the document says so', () => {
    expect(TestBed.inject(Language).current()).toBe('th');
    expect(document.documentElement.lang).toBe('th');
  });

  it('is kept on the device', () => {
    TestBed.inject(Language).use('en');
    expect(document.documentElement.lang).toBe('en');
    TestBed.resetTestingModule();
    expect(TestBed.inject(Language).current()).toBe('en');
  });

  it('says the other language where a text is missing, and nothing for no text', () => {
    const language = TestBed.inject(Language);
    expect(language.say({ th: '', en: 'Sign' })).toBe('Sign');
    expect(language.say(undefined)).toBe('');
  });
});
