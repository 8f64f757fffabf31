import { Injectable, inject, signal } from '@angular/core';
import { ReferenceDesk, answerAt } from '@anuyat/form-renderer';
import type { CaseAnswers, Text } from '@anuyat/licence-kit';

/** Names of the codes that stand in answers: areas, estates, zones, activities. Fetched as needed, then kept. */
@Injectable()
export class FactNames {
  private readonly desk = inject(ReferenceDesk);
  private readonly names = signal<ReadonlyMap<string, Text>>(new Map());

  readonly nameOf = (type: string, code: string): Text | undefined => this.names().get(`${type}:${code}`);

  async learn(answers: CaseAnswers): Promise<void> {
    const areas = new Set(subdistrictsIn(answers));
    await Promise.allSettled([
      ...[...areas].map(async (code) => this.keep('area', code, await this.desk.nameArea(code))),
      this.desk.territories('estate').then((all) => all.forEach(({ code, title }) => this.keep('estate', code, title))),
      this.desk.territories('zone').then((all) => all.forEach(({ code, title }) => this.keep('zone', code, title))),
      ...activitiesIn(answers).map(async (code) => this.keep('tsic', code, (await this.desk.findActivities(code)).find((one) => one.code === code)?.title)),
    ]);
  }

  private keep(type: string, code: string, name: Text | undefined): void {
    if (name) this.names.update((names) => new Map([...names, [`${type}:${code}`, name]]));
  }
}

function subdistrictsIn(at: unknown): string[] {
  if (typeof at !== 'object' || at === null) return [];
  return Object.entries(at).flatMap(([key, value]) => (key === 'subdistrict' && typeof value === 'string' ? [value] : subdistrictsIn(value)));
}

function activitiesIn(answers: CaseAnswers): string[] {
  const codes = answerAt(answers, 'business.activities');
  return Array.isArray(codes) ? codes.map(String) : [];
}
