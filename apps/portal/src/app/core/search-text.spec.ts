import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { SearchText } from './search-text';

/** Under ES modules Jest hands itself over here. */
const { jest } = import.meta;

const goingTo = (url: string) => ({ extractedUrl: { toString: () => url } });

describe('a search field', () => {
  const asked = signal('');
  const towards = signal<ReturnType<typeof goingTo> | null>(null);
  const searched: string[] = [];
  let field: SearchText;

  beforeEach(() => {
    jest.useFakeTimers();
    asked.set('');
    towards.set(null);
    searched.length = 0;
    TestBed.configureTestingModule({ providers: [SearchText, { provide: Router, useValue: { url: '/desk?q=x', currentNavigation: towards } }] });
    field = TestBed.inject(SearchText);
    field.follow(asked, (text) => {
      searched.push(text);
      asked.set(text);
    });
  });
  afterEach(() => jest.useRealTimers());

  it('searches once after a rest, for the words without blanks around them', () => {
    for (const text of ['คร', 'ครัว', 'ครัว ']) field.type(text);
    jest.runAllTimers();
    expect([searched, field.text()]).toEqual([['ครัว'], 'ครัว ']);
  });

  it('keeps what is typed while the list answers what was typed before', () => {
    field.type('ครัว');
    asked.set('ค');
    expect(field.text()).toBe('ครัว');
  });

  it('shows what the address asks for', () => {
    asked.set('กาแฟ');
    expect(field.text()).toBe('กาแฟ');
  });

  it('does not call anybody back who is leaving for another page', () => {
    field.type('ครัว');
    towards.set(goingTo('/desk/tasks/1'));
    jest.runAllTimers();
    expect(searched).toEqual([]);
  });
});
