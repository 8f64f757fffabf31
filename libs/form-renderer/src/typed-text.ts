/**
 * The letters of typed fields as they were typed. An answer is cleaned (blanks at its end, commas in a number), and writing it back
 * into its field would swallow the blank or the point that somebody has just typed.
 */
export class TypedText {
  private readonly kept = new Map<string, { letters: string; answer: unknown }>();

  /** Remembers which answer came of these letters. */
  keep(field: string, letters: string, answer: unknown): void {
    this.kept.set(field, { letters, answer });
  }

  /** What the field shows: the letters for as long as their answer stands, then the answer itself. */
  show(field: string, answer: unknown): string {
    const typed = this.kept.get(field);
    if (typed && typed.answer === answer) return typed.letters;
    return answer === undefined || answer === null ? '' : String(answer);
  }
}
