import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { AnswersPatch, AnswersSaved, CaseView, EventReply, EventRequest, OpenCase, PlanView, SubmitCase } from '@anuyat/contract';
import type { CaseAnswers } from '@anuyat/licence-kit';
import { firstValueFrom } from 'rxjs';

/**
 * Everything that the portal sends. Each write takes an idempotency key that its caller made before the first try,
 * so that a repeat is the same act. Reads are `httpResource`s in the pages.
 */
@Injectable({ providedIn: 'root' })
export class ApiClient {
  private readonly http = inject(HttpClient);

  plan(journey: string, answers: CaseAnswers): Promise<PlanView> {
    return this.send<PlanView>('POST', `/api/journeys/${encodeURIComponent(journey)}/plan`, { answers });
  }

  openCase(body: OpenCase, key: string): Promise<CaseView> {
    return this.send<CaseView>('POST', '/api/cases', body, key);
  }

  saveAnswers(caseId: string, body: AnswersPatch, key: string): Promise<AnswersSaved> {
    return this.send<AnswersSaved>('PATCH', `/api/cases/${caseId}/answers`, body, key);
  }

  submitCase(caseId: string, body: SubmitCase, key: string): Promise<CaseView> {
    return this.send<CaseView>('POST', `/api/cases/${caseId}/submit`, body, key);
  }

  async discardCase(caseId: string, key: string): Promise<void> {
    await this.send('DELETE', `/api/cases/${caseId}`, undefined, key);
  }

  async removeDocument(caseId: string, documentId: string, key: string): Promise<void> {
    await this.send('DELETE', `/api/cases/${caseId}/documents/${documentId}`, undefined, key);
  }

  sendEvent(applicationId: string, body: EventRequest, key: string): Promise<EventReply> {
    return this.send<EventReply>('POST', `/api/applications/${applicationId}/events`, body, key);
  }

  /** Any other call of the API, for the areas that have their own. */
  send<T>(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown, key?: string): Promise<T> {
    const headers: Record<string, string> = key ? { 'Idempotency-Key': key } : {};
    return firstValueFrom(this.http.request<T>(method, path, { body, headers }));
  }
}
