import type { ApplicationView, LaneView, Problem, TaskView } from '@anuyat/contract';
import { HttpErrorResponse } from '@angular/common/http';

const office = { code: 'health-office', title: { th: 'ฝ่ายสุขาภิบาล', en: 'Sanitation' }, agency: { code: 'city', title: { th: 'เทศบาล', en: 'City' } } };

/** A lane of the tests' application. */
export function aLane(part: Partial<LaneView> = {}): LaneView {
  return {
    id: 'health', title: { th: 'สุขาภิบาล', en: 'Sanitation' }, office, officeBecause: { th: '', en: '' }, state: 'checking',
    stateLabel: { th: 'ตรวจความครบถ้วน', en: 'Checking completeness' }, owner: 'office:health', verdict: null, since: null,
    dueAt: '2026-12-01T16:59:59Z', daysLeft: 5, isOverdue: false, uncertainYears: [], stations: [], ...part,
  };
}

/** An application that is looked at by two lanes, `health` and `building`. */
export function anApplication(part: Partial<ApplicationView> = {}): ApplicationView {
  return {
    id: 'app-1', caseId: 'case-1', number: 'C690121-000042', code: 'cafe', version: 1, kind: 'licence', title: { th: 'ร้านกาแฟ', en: 'Café' },
    status: 'in-review', revision: 3, dueAt: null, isOverdue: false, submittedAt: '2026-11-20T02:00:00Z', receivedAtLegal: '2026-11-20T02:00:00Z',
    lanes: [aLane(), aLane({ id: 'building' })], standsIn: ['review.health.checking', 'review.building.checking'], tracks: [], may: [], ...part,
  };
}

/** A task of the lane `health`, with one paper and three facts to look at. */
export function aTask(part: Partial<TaskView> = {}): TaskView {
  return {
    id: 'task-1', applicationId: 'app-1', caseId: 'case-1', number: 'C690121-000042', office, lane: 'health', laneTitle: { th: 'อนามัย', en: 'Health' }, stage: 'completeness', status: 'open',
    licence: { code: 'cafe', title: { th: 'ร้านกาแฟ', en: 'Café' } }, businessName: 'ร้านทดสอบ', applicantName: 'สมชาย ใจดี', place: { th: 'บางละมุง', en: 'Bang Lamung' },
    dueAt: '2026-12-01T16:59:59Z', daysLeft: 5, isOverdue: false, escalatedFor: null, assignee: null, createdAt: '2026-11-20T02:00:00Z', isResting: false,
    application: anApplication(), laneDefinition: { id: 'health', hasInspection: false, reads: ['premises'], readsDocuments: ['plan'] },
    answers: { premises: { areaSqm: 40, tenure: 'rent' } },
    topics: [{
      id: 'premises', title: { th: 'สถานที่', en: 'Place' },
      schema: {
        type: 'object',
        properties: {
          tenure: { type: 'string', 'x-title': { th: 'สิทธิ', en: 'Tenure' }, 'x-labels': { rent: { th: 'เช่า', en: 'Rented' } }, 'x-order': 20 },
          areaSqm: { type: 'number', 'x-title': { th: 'พื้นที่', en: 'Area' }, 'x-unit': { th: 'ตารางเมตร', en: 'm²' }, 'x-order': 10 },
          openingHours: { type: 'string', 'x-title': { th: 'เวลาทำการ', en: 'Opening hours' }, 'x-order': 30 },
        },
      },
    }],
    documents: [],
    askable: {
      facts: [{ path: 'premises.areaSqm', title: { th: 'พื้นที่', en: 'Area' } }, { path: 'premises.tenure', title: { th: 'สิทธิ', en: 'Tenure' } }],
      documents: [{ code: 'plan', title: { th: 'แผนผัง', en: 'Floor plan' } }],
    },
    lanesMap: { lines: [] }, history: [], questions: [], inspections: [], corrections: [], hearings: [], lateAnswers: [], appeal: null, promise: null, order: null, proposal: null,
    acts: [
      { event: 'health.accepted', title: { th: 'รับ', en: 'Accepted' }, causes: { th: 'ขั้นต่อไปคือพิจารณา', en: 'Next: the decision.' }, needs: 'note' },
      { event: 'health.asked', title: { th: 'ถาม', en: 'Asked' }, causes: { th: 'เวลาหยุดนับ', en: 'The clock stops.' }, needs: 'items' },
    ],
    ...part,
  };
}

/** What the server answers when it refuses. */
export function refusal(problem: Pick<Problem, 'code' | 'status'> & Partial<Problem>): HttpErrorResponse {
  return new HttpErrorResponse({ status: problem.status, error: { type: 'about:blank', title: { th: 'ปฏิเสธ', en: 'Refused' }, ...problem } });
}
