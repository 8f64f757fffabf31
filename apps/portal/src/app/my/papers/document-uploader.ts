import { Injectable } from '@angular/core';
import type { DocumentView, Problem, VaultPaper } from '@anuyat/contract';
import { UI_WORDS } from '@anuyat/ui';

/** How far a file has come, between 0 and 1. */
export type Progress = (part: number) => void;

/** A refusal of the server, or a lost connection, as a problem document. */
export class UploadRefused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}

/** Sends papers; `XMLHttpRequest`, because `fetch` tells nothing of how far an upload has come. */
@Injectable({ providedIn: 'root' })
export class DocumentUploader {
  /** One paper of a case. @throws UploadRefused */
  send(caseId: string, code: string, file: File, progress: Progress): Promise<DocumentView> {
    return this.post(`/api/cases/${caseId}/documents`, { code }, file, progress);
  }

  /** One paper for the vault. @throws UploadRefused */
  keep(said: { code: string; business: string }, file: File, progress: Progress): Promise<VaultPaper> {
    return this.post('/api/vault/papers', said, file, progress);
  }

  private post<T>(url: string, said: Record<string, string>, file: File, progress: Progress): Promise<T> {
    return new Promise((resolve, reject) => {
      const body = new FormData();
      for (const [name, value] of Object.entries(said)) body.append(name, value);
      body.append('file', file, file.name);
      const request = new XMLHttpRequest();
      request.open('POST', url);
      request.responseType = 'json';
      request.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 0);
      request.onload = () => {
        if (request.status < 300) resolve(request.response as T);
        else reject(new UploadRefused((request.response as Problem | null) ?? unreachable(request.status)));
      };
      request.onerror = () => reject(new UploadRefused(unreachable(0)));
      request.send(body);
    });
  }
}

function unreachable(status: number): Problem {
  return { type: 'about:blank', status, code: 'temporarily-unavailable', title: UI_WORDS.offlineTitle, detail: UI_WORDS.offlineDetail };
}
