import { Injectable, computed, signal } from '@angular/core';
import type { FieldProblem } from '@anuyat/contract';
import type { CaseAnswers, Facts, JsonSchema, Text } from '@anuyat/licence-kit';
import type { AnswerChange } from './paths';
import { toldChange, withAnswer } from './paths';
import { loadRules } from './load-rules';
import type { FormRules } from './rules';

/** What all fields of one form share: the answers so far, what is asked of them, and what is wrong. */
@Injectable()
export class FormState {
  readonly schema = signal<JsonSchema>({});
  readonly answers = signal<CaseAnswers>({});
  readonly facts = signal<Facts>({});
  readonly problems = signal<readonly FieldProblem[]>([]);
  private readonly rules = signal<FormRules | undefined>(undefined);
  private listener: (change: AnswerChange) => void = () => undefined;

  private readonly visible = computed(() => {
    const rules = this.rules();
    return rules?.visible(this.schema(), { ...this.answers(), ...this.facts() });
  });
  private readonly messages = computed(() => new Map(this.problems().map(({ path, message }) => [path, message])));

  constructor() {
    void loadRules().then((rules) => this.rules.set(rules), () => undefined);
  }

  /** Until the rules are there, fields with a condition wait. */
  isAsked(path: string, schema: JsonSchema): boolean {
    const visible = this.visible();
    if (!visible) return schema['x-when'] === undefined;
    return this.rules()?.isAsked(visible, path) !== false;
  }

  messageOf(path: string): Text | undefined {
    return this.messages().get(path);
  }

  onChange(listener: (change: AnswerChange) => void): void {
    this.listener = listener;
  }

  tell(path: string, value: unknown): void {
    this.answers.update((answers) => withAnswer(answers, path, value));
    this.problems.update((problems) => problems.filter((problem) => problem.path !== path && !problem.path.startsWith(`${path}.`)));
    this.listener(toldChange(this.answers(), path));
  }

  /** Answers that this form does not show are left to the forms that do. */
  async validate(): Promise<FieldProblem[]> {
    const rules = this.rules() ?? (await loadRules());
    this.rules.set(rules);
    const problems = rules.validate(this.schema(), this.answers(), this.facts()).filter(({ code }) => code !== 'unknown-field');
    this.problems.set(problems);
    return problems;
  }
}
