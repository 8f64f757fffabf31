import { Component, signal } from '@angular/core';
import { ErrorSummary } from './error-summary';
import type { SummaryProblem } from './error-summary';
import { render } from './testing/render';

@Component({ imports: [ErrorSummary], template: `<ui-error-summary [problems]="problems()" /><div id="kind" class="field"><input type="radio" /></div>` })
class Host {
  readonly problems = signal<SummaryProblem[]>([]);
}

const nextTurn = () => new Promise((resolve) => setTimeout(resolve));

describe('the error summary', () => {
  it('is not there while nothing is wrong', async () => {
    const { element } = await render(Host);
    expect(element.querySelector('.error-summary')).toBeNull();
  });

  it('takes the focus when problems arrive, and leads to the first control of each', async () => {
    const { fixture, element } = await render(Host);
    document.body.append(element);
    fixture.componentInstance.problems.set([{ target: 'kind', message: 'เลือกประเภท' }]);
    await fixture.whenStable();
    await nextTurn();
    expect(document.activeElement?.className).toBe('error-summary');
    element.querySelector('a')?.click();
    expect(document.activeElement).toBe(element.querySelector('input'));
    element.remove();
  });
});
