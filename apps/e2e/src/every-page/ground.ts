import type { CaseView, MonitorPage, TaskPage } from '@anuyat/contract';
import { decideLane, Officers, type Wish } from '../../../sandbox/src/scenario/deciding';
import { cafe, factory, restaurant, type Story } from '../../../sandbox/src/scenario/stories';
import { drafted, eventually, submitted, underWay, visitorOf } from '../support/beforehand';
import { portal } from '../support/person';

type Once<T> = () => Promise<T>;

const large = 'food-premises-large';

/** Cases, tasks, bills and licences in every state that a page can show; each is made when a page first needs it. */
export class Ground {
  private readonly officers = new Officers(portal);

  readonly draft: Once<CaseView> = once(() => drafted(cafe));
  readonly finished: Once<CaseView> = once(() => underWay(cafe, {}));

  /** A café with an open question and a bill to pay. */
  readonly asked: Once<CaseView> = once(async () => {
    const { id } = await submitted(cafe);
    await this.step(cafe, id, 'food-premises-small', 'sanitation', { asks: ['sanitation'] });
    await this.step(cafe, id, 'commercial-registration', 'registry', {});
    await this.step(cafe, id, 'signboard-tax', 'revenue', {});
    const applicant = await visitorOf(cafe);
    return eventually('a question and a bill', async () => {
      const now = await applicant.get<CaseView>(`/api/cases/${id}`);
      return now.questions.length > 0 && now.bills.some(({ status }) => status === 'due') ? now : undefined;
    });
  });

  /** A café whose sanitation intends to refuse, and hears the applicant first. */
  readonly heard: Once<CaseView> = once(async () => {
    const { id } = await submitted(cafe);
    const applicant = await visitorOf(cafe);
    return eventually('a hearing', async () => {
      const now = await applicant.get<CaseView>(`/api/cases/${id}`);
      if (now.hearings.some(({ isOpen }) => isOpen)) return now;
      const application = now.details.find(({ code }) => code === 'food-premises-small');
      const lane = application?.lanes.find((one) => one.id === 'sanitation');
      if (application && lane) await decideLane(this.officers, now, application.id, lane, { refuses: ['sanitation'] });
      return undefined;
    });
  });

  /** A café whose sanitation refused, with its order and its remedy. */
  readonly refused: Once<CaseView> = once(() => underWay(cafe, { refuses: ['sanitation'] }));

  /** A task that nobody has begun. */
  readonly freshTask: Once<string> = once(async () => this.taskOf(await submitted(restaurant), 'sanitation'));

  /** A restaurant whose sanitation has arranged its visit and whose building control is done: their tasks. */
  private readonly halfDecided: Once<{ inspecting: string; decided: string }> = once(async () => {
    const file = await submitted(restaurant);
    for (const lane of ['sanitation', 'building', 'sanitation']) await this.step(restaurant, file.id, large, lane, {});
    const decided = await this.taskOf(file, 'building');
    await this.step(restaurant, file.id, large, 'building', {});
    return { inspecting: await this.taskOf(file, 'sanitation'), decided };
  });
  readonly inspectingTask: Once<string> = async () => (await this.halfDecided()).inspecting;
  readonly decidedTask: Once<string> = async () => (await this.halfDecided()).decided;

  /** A task whose completeness is done and whose decision is due. */
  readonly weighedTask: Once<string> = once(async () => {
    const file = await submitted(restaurant);
    for (const lane of ['sanitation', 'building']) await this.step(restaurant, file.id, large, lane, {});
    return this.taskOf(file, 'building');
  });

  /** An application in an estate. */
  readonly monitored: Once<string> = once(async () => {
    const { details } = await underWay(factory, { leaves: ['factory', 'utilities', 'environment'] });
    const monitor = await visitorOf({ applicant: 'eec-monitor' });
    return eventually('an application for the monitor', async () => {
      const { items } = await monitor.get<MonitorPage>('/api/monitor/applications');
      return items.find(({ id }) => details.some((one) => one.id === id))?.id;
    });
  });

  /** One act in a lane, as soon as its task has come to the office. */
  private async step(story: Story, caseId: string, code: string, lane: string, wish: Wish): Promise<void> {
    const applicant = await visitorOf(story);
    await eventually(`${lane} of ${code}`, async () => {
      const file = await applicant.get<CaseView>(`/api/cases/${caseId}`);
      const application = file.details.find((one) => one.code === code);
      const found = application?.lanes.find((one) => one.id === lane);
      if (!application || !found) throw new Error(`The case has no ${lane} of ${code}.`);
      return found.verdict ?? (await decideLane(this.officers, file, application.id, found, wish));
    });
  }

  private async taskOf({ details }: CaseView, lane: string): Promise<string> {
    const application = details.find(({ code }) => code === large);
    const officer = await this.officers.of(application?.lanes.find(({ id }) => id === lane)?.office.code ?? '');
    const number = application?.number ?? '';
    return eventually(`the task of ${number}`, async () => {
      const { items } = await officer.get<TaskPage>(`/api/tasks?q=${encodeURIComponent(number)}&limit=100`);
      return items.find((task) => task.number === number && task.lane === lane)?.id;
    });
  }
}

function once<T>(make: () => Promise<T>): Once<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
