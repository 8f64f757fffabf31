import { Injectable } from '@angular/core';
import type { DocumentView, VaultPaper } from '@anuyat/contract';
import { ResumableUpload, type UploadPlace } from './resumable-upload';
import type { Run } from './sending';
import { WholeUpload } from './whole-upload';
import { openWire } from './wire';

/** Files up to this many bytes go in one request; larger ones can go on where they stopped. */
const LARGEST_WHOLE = 1024 * 1024;

/** Sends papers. */
@Injectable({ providedIn: 'root' })
export class DocumentUploader {
  /** One paper of a case. */
  send(caseId: string, code: string, file: File): Run<DocumentView> {
    return this.start(file, { caseId, code, business: null }, `/api/cases/${caseId}/documents`);
  }

  /** One paper for the vault; `business` is empty for one’s own. */
  keep({ code, business }: { code: string; business: string }, file: File): Run<VaultPaper> {
    return this.start(file, { caseId: null, code, business: business || null }, '/api/vault/papers');
  }

  private start<T>(file: File, place: UploadPlace, url: string): Run<T> {
    if (file.size > LARGEST_WHOLE) return new ResumableUpload<T>(openWire, file, place);
    return new WholeUpload<T>(openWire, file, url, { code: place.code, ...(place.business ? { business: place.business } : {}) });
  }
}
