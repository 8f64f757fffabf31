import { Injectable } from '@angular/core';
import type { DocumentView, Problem } from '@anuyat/contract';
import { UI_WORDS } from '@anuyat/ui';

/** How far a file has come, between 0 and 1. */
export type Progress = (part: number) => void;

/** A refusal of the server, or a lost connection, as a problem document. */
export class UploadRefused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}

/** Sends one paper of a case; `XMLHttpRequest`, because `fetch` tells nothing of how far an upload has come. */
@Injectable({ providedIn: 'root' })
export class DocumentUploader {
  /** @throws UploadRefused */
  send(caseId: string, code: string, file: File, progress: Progress): Promise<DocumentView> {
    return new Promise((resolve, reject) => {
      const body = new FormData();
      body.append('code', code);
      body.append('file', file, file.name);
      const request = new XMLHttpRequest();
      request.open('POST', `/api/cases/${caseId}/documents`);
      request.responseType = 'json';
      request.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 0);
      request.onload = () => {
        if (request.status < 300) resolve(request.response as DocumentView);
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
