import type { ProblemCode } from '@anuyat/contract';
import { problemsOfPeople, type ProblemWords } from './problems-of-people';
import { problemsOfVersions } from './problems-of-versions';
import { uploadProblems } from './upload-problems';

/** Every code that the portal answers with, its HTTP status and its words. Codes and statuses never change their meaning. */
export const problemCatalogue: Record<ProblemCode, ProblemWords> = {
  'not-signed-in': {
    status: 401,
    title: { th: 'กรุณาเข้าสู่ระบบก่อน', en: 'Please sign in first' },
    detail: { th: 'เซสชันของคุณอาจหมดอายุแล้ว เข้าสู่ระบบอีกครั้งแล้วทำต่อจากเดิมได้', en: 'Your session may have ended. Sign in again and carry on where you left off.' },
  },
  'not-allowed': {
    status: 403,
    title: { th: 'คุณไม่มีสิทธิทำรายการนี้', en: 'You may not do this' },
    detail: { th: 'บัญชีที่คุณใช้อยู่ไม่มีสิทธิสำหรับรายการนี้ หากคิดว่าควรมี โปรดติดต่อผู้ดูแลของสำนักงานคุณ', en: 'The account you are signed in with does not hold this right. If it should, ask your office’s administrator.' },
  },
  'own-matter': {
    status: 403,
    title: { th: 'เรื่องนี้เป็นเรื่องของคุณเอง', en: 'This is your own matter' },
    detail: { th: 'ผู้ที่เป็นคู่กรณีพิจารณาเรื่องของตนเองไม่ได้ (พ.ร.บ. วิธีปฏิบัติราชการทางปกครองฯ มาตรา 13) เจ้าหน้าที่คนอื่นในสำนักงานจะเป็นผู้พิจารณา', en: 'Nobody decides a matter of their own (Administrative Procedure Act s.13). A colleague of your office will.' },
  },
  'conflict-declared': {
    status: 403,
    title: { th: 'คุณแจ้งส่วนได้เสียในเรื่องนี้ไว้แล้ว', en: 'You stepped aside from this matter' },
    detail: { th: 'งานนี้กลับไปที่สำนักงานแล้ว เจ้าหน้าที่คนอื่นจะเป็นผู้พิจารณา (พ.ร.บ. วิธีปฏิบัติราชการทางปกครองฯ มาตรา 14)', en: 'The task went back to your office, and a colleague will decide (Administrative Procedure Act s.14).' },
  },
  'same-officer': {
    status: 403,
    title: { th: 'ผู้เสนอและผู้ยืนยันต้องเป็นคนละคน', en: 'Another officer has to confirm' },
    detail: { th: 'คุณเป็นผู้เสนอผลการพิจารณานี้ จึงต้องให้เจ้าหน้าที่คนอื่นที่มีอำนาจอนุญาตเป็นผู้ยืนยันหรือส่งกลับ', en: 'You made this proposal. Another officer with the right to approve confirms it or sends it back.' },
  },
  'too-late': {
    status: 409,
    title: { th: 'พ้นกำหนดเวลาแล้ว', en: 'The time for this has ended' },
    detail: { th: 'สิ่งที่คุณส่งมาถึงหลังพ้นกำหนด จึงรับไว้ดำเนินการไม่ได้ แต่ระบบเก็บไว้ให้แล้วในหน้าเรื่องของคุณ', en: 'What you sent came after its time and could not be taken. It is kept on your case’s page.' },
  },
  'appeal-late': {
    status: 422,
    title: { th: 'พ้นกำหนดอุทธรณ์แล้ว', en: 'The time to appeal has passed' },
    detail: { th: 'หากมีเหตุจำเป็นที่ไม่ใช่ความผิดของคุณ โปรดระบุเหตุนั้น เจ้าหน้าที่อาจรับไว้พิจารณาได้ (มาตรา 66) ข้อความที่พิมพ์ไว้ยังอยู่ครบ', en: 'If something kept you that was not your doing, say what it was, and the appeal may still be taken (s.66). What you typed is still there.' },
  },
  'appeal-not-open': {
    status: 409,
    title: { th: 'เรื่องนี้อุทธรณ์ไม่ได้ในขณะนี้', en: 'There is nothing here to appeal against' },
    detail: { th: 'ยังไม่มีคำสั่งที่อุทธรณ์ได้ หรือมีการอุทธรณ์คำสั่งนี้ไว้แล้ว ข้อความที่พิมพ์ไว้ยังอยู่ครบ', en: 'No order that can be appealed was made, or it was appealed already. What you typed is still there.' },
  },
  'not-found': {
    status: 404,
    title: { th: 'ไม่พบสิ่งที่ขอ', en: 'Nothing here' },
    detail: { th: 'รายการนี้ไม่มีอยู่ หรือคุณไม่มีสิทธิดู', en: 'It does not exist, or it is not yours to see.' },
  },
  'bad-request': {
    status: 400,
    title: { th: 'คำสั่งที่ส่งมาไม่ถูกต้อง', en: 'The request is not right' },
    detail: { th: 'ไม่มีการเปลี่ยนแปลงใด ๆ โปรดตรวจสอบข้อมูลที่ระบุไว้แล้วส่งอีกครั้ง', en: 'Nothing was changed. Check what is named below and send it again.' },
  },
  'unknown-event': {
    status: 400,
    title: { th: 'ไม่รู้จักคำสั่งนี้', en: 'There is no such event' },
    detail: { th: 'คำขอประเภทนี้ไม่มีคำสั่งดังกล่าว ไม่มีการเปลี่ยนแปลงใด ๆ', en: 'This kind of application has no such event. Nothing was changed.' },
  },
  'second-demand': {
    status: 409,
    title: { th: 'เรียกเพิ่มอีกครั้งต้องมีเหตุตามกฎหมาย', en: 'Asking again needs a ground of the law' },
    detail: {
      th: 'หน่วยงานนี้แจ้งไปแล้ว หรือพ้นช่วงแจ้งรวมแล้ว หากจำเป็นให้ใช้ “เรียกเพิ่มเป็นครั้งที่สอง” โดยระบุเหตุตามกฎหมายและให้หัวหน้าเห็นชอบ (พ.ร.บ. อำนวยความสะดวกฯ มาตรา 8)',
      en: 'This office has asked, or the shared time is over. Propose a second demand instead: with its ground in law, and your supervisor’s consent (Licensing Facilitation Act B.E. 2558 s.8).',
    },
  },
  'event-not-accepted': {
    status: 409,
    title: { th: 'ขณะนี้ยังทำรายการนี้ไม่ได้', en: 'This cannot be done now' },
    detail: { th: 'คำขออยู่ในขั้นตอนที่ทำรายการนี้ไม่ได้ ไม่มีการเปลี่ยนแปลงใด ๆ โปรดโหลดหน้าใหม่เพื่อดูสถานะล่าสุด', en: 'The application is at a step that does not take it. Nothing was changed. Reload to see where it stands.' },
  },
  'stale-revision': {
    status: 409,
    title: { th: 'คำขอนี้เพิ่งมีการเปลี่ยนแปลง', en: 'This application has just changed' },
    detail: { th: 'มีผู้ดำเนินการก่อนคุณ โปรดดูรายการที่เปลี่ยนแล้วตัดสินใจอีกครั้ง สิ่งที่คุณพิมพ์ไว้ยังอยู่', en: 'Someone acted before you. Look at what changed and decide again; what you typed is still there.' },
  },
  'key-reused': {
    status: 409,
    title: { th: 'รหัสกันส่งซ้ำนี้ใช้กับรายการอื่นไปแล้ว', en: 'This key was used for something else' },
    detail: { th: 'Idempotency-Key เดียวกันต้องมาพร้อมเนื้อหาเดิม รายการเดิมยังคงอยู่ครบถ้วน', en: 'The same Idempotency-Key must come with the same body. What it did the first time still stands.' },
  },
  'key-missing': {
    status: 400,
    title: { th: 'ไม่มีรหัสกันส่งซ้ำ', en: 'The idempotency key is missing' },
    detail: { th: 'โปรดส่งส่วนหัว Idempotency-Key เพื่อให้ส่งซ้ำได้อย่างปลอดภัย', en: 'Send the header Idempotency-Key, so that sending again is safe.' },
  },
  'answers-invalid': {
    status: 422,
    title: { th: 'มีคำตอบที่ต้องแก้ไข', en: 'Some answers need another look' },
    detail: { th: 'โปรดแก้ไขช่องที่ระบุไว้ คำตอบอื่นของคุณยังอยู่ครบ', en: 'Please mend the fields named below. Your other answers are kept.' },
  },
  'answers-changed': {
    status: 409,
    title: { th: 'คำตอบนี้ถูกแก้ไขจากอีกหน้าต่างหนึ่ง', en: 'These answers were changed in another window' },
    detail: { th: 'โปรดเลือกว่าจะเก็บคำตอบใดไว้ ทั้งสองชุดยังอยู่', en: 'Choose which answer to keep; neither is lost.' },
  },
  'nothing-to-join': {
    status: 409,
    title: { th: 'ยังไม่มีค่าธรรมเนียมหลายรายการให้ชำระพร้อมกัน', en: 'There are not several fees to pay together' },
    detail: { th: 'รายการที่ครบกำหนดมีไม่ถึงสองรายการ หรือชำระไปแล้ว โปรดกลับไปที่หน้าเรื่องเพื่อดูรายการล่าสุด', en: 'Fewer than two fees are due now, or they were paid meanwhile. The case shows what is left.' },
  },
  'case-incomplete': {
    status: 422,
    title: { th: 'ยังส่งเรื่องไม่ได้ เพราะข้อมูลยังไม่ครบ', en: 'The case is not complete yet' },
    detail: { th: 'โปรดเติมสิ่งที่ยังขาดตามรายการ สิ่งที่กรอกไว้ยังอยู่ครบ', en: 'Please add what is listed as missing. Everything you filled in is kept.' },
  },
  'case-already-submitted': {
    status: 409,
    title: { th: 'เรื่องนี้ส่งไปแล้ว', en: 'This case has been submitted already' },
    detail: { th: 'ดูความคืบหน้าได้ที่หน้าเรื่องของฉัน', en: 'Follow it on your cases page.' },
  },
  'file-kind': {
    status: 422,
    title: { th: 'ไม่รับไฟล์ชนิดนี้', en: 'This kind of file is not taken' },
    detail: { th: 'โปรดใช้ไฟล์ PDF, JPEG หรือ PNG', en: 'Please use a PDF, JPEG or PNG file.' },
  },
  'file-too-large': {
    status: 413,
    title: { th: 'ไฟล์มีขนาดใหญ่เกินไป', en: 'The file is too large' },
    detail: { th: 'โปรดย่อขนาดไฟล์หรือสแกนใหม่ด้วยความละเอียดต่ำลง', en: 'Please make it smaller, or scan it again at a lower resolution.' },
  },
  'file-empty': {
    status: 422,
    title: { th: 'ไฟล์ว่างเปล่า', en: 'The file is empty' },
    detail: { th: 'โปรดเลือกไฟล์อีกครั้ง', en: 'Please choose the file again.' },
  },
  ...uploadProblems,
  ...problemsOfVersions,
  'no-preview': {
    status: 422,
    title: { th: 'แสดงตัวอย่างเอกสารนี้ไม่ได้', en: 'This paper cannot be shown as a picture' },
    detail: { th: 'เปิดไฟล์ในแท็บใหม่เพื่อดูแทน', en: 'Open the file in a new tab instead.' },
  },
  'room-full': {
    status: 413,
    title: { th: 'พื้นที่เก็บเอกสารของคุณเต็ม', en: 'You hold as many papers as there is room for' },
    detail: { th: 'ลบร่างที่ไม่ใช้แล้ว หรือนำเอกสารออกจากคลังเอกสาร แล้วอัปโหลดอีกครั้ง เอกสารของเรื่องที่ยื่นแล้วไม่นับรวม', en: 'Delete drafts that you no longer need, or take papers out of your vault, and upload again. Papers of filed cases do not count.' },
  },
  'file-too-many': {
    status: 422,
    title: { th: 'แนบไฟล์ครบจำนวนแล้ว', en: 'There are enough files here' },
    detail: { th: 'ลบไฟล์ที่ไม่ใช้ก่อนแนบไฟล์ใหม่', en: 'Remove one before you add another.' },
  },
  'file-faulty': {
    status: 422,
    title: { th: 'รับไฟล์นี้ไม่ได้', en: 'This file cannot be taken' },
    detail: { th: 'โปรดบันทึกหรือสแกนใหม่ แล้วแนบอีกครั้ง', en: 'Please save or scan it again, and add that file.' },
  },
  'file-not-scanned': {
    status: 409,
    title: { th: 'ไฟล์นี้กำลังรอตรวจมัลแวร์', en: 'This file still waits to be checked for malware' },
    detail: { th: 'ไฟล์เก็บไว้ครบถ้วน และเปิดได้เองเมื่อตรวจเสร็จ', en: 'It is kept safely and can be opened once it has been checked.' },
  },
  'file-infected': {
    status: 409,
    title: { th: 'พบมัลแวร์ในไฟล์นี้ จึงเปิดไม่ได้', en: 'Malware was found in this file, so it cannot be opened' },
    detail: { th: 'ไฟล์ถูกกักไว้ โปรดแนบไฟล์ใหม่จากต้นฉบับที่ปลอดภัย', en: 'It is in quarantine. Please add a new file from a safe original.' },
  },
  'paper-too-old': {
    status: 422,
    title: { th: 'เอกสารนี้เก่าเกินไปสำหรับใบอนุญาตที่ขอ', en: 'This document is too old for what you ask for' },
    detail: { th: 'โปรดแนบฉบับที่ออกใหม่กว่า หรือแก้วันที่ออกถ้าระบุไว้ผิด', en: 'Please add a newer one, or correct its dates if they are wrong.' },
  },
  'paper-in-use': {
    status: 409,
    title: { th: 'ยังนำเอกสารนี้ออกไม่ได้', en: 'This document cannot be taken out yet' },
    detail: { th: 'มีคำขอที่ยังพิจารณาไม่เสร็จใช้เอกสารนี้อยู่ นำออกได้เมื่อเรื่องนั้นสิ้นสุด', en: 'An application that is still being decided rests on it. You can take it out once that is over.' },
  },
  'task-taken': {
    status: 409,
    title: { th: 'มีเจ้าหน้าที่คนอื่นรับงานนี้แล้ว', en: 'A colleague has taken this task' },
    detail: { th: 'งานอื่นในกล่องงานของคุณยังรออยู่', en: 'There are other tasks in your inbox.' },
  },
  'wrong-origin': {
    status: 403,
    title: { th: 'คำสั่งนี้ไม่ได้มาจากหน้าของพอร์ทัล', en: 'This did not come from the portal’s own pages' },
    detail: { th: 'เพื่อความปลอดภัยจึงไม่ดำเนินการ โปรดเปิดพอร์ทัลจากที่อยู่ของพอร์ทัลโดยตรงแล้วลองอีกครั้ง', en: 'To keep you safe nothing was done. Open the portal at its own address and try again.' },
  },
  'wrong-content-type': {
    status: 415,
    title: { th: 'รูปแบบเนื้อหาไม่ถูกต้อง', en: 'The body is of the wrong type' },
    detail: { th: 'รับเฉพาะ application/json และ multipart/form-data', en: 'Only application/json and multipart/form-data are taken.' },
  },
  'body-too-large': {
    status: 413,
    title: { th: 'เนื้อหาที่ส่งมีขนาดใหญ่เกินไป', en: 'The body is too large' },
    detail: { th: 'ไม่มีการเปลี่ยนแปลงใด ๆ โปรดแบ่งส่งเป็นส่วนที่เล็กลง', en: 'Nothing was changed. Send it in smaller parts.' },
  },
  'too-many-requests': {
    status: 429,
    title: { th: 'ส่งคำสั่งถี่เกินไป', en: 'Too many requests' },
    detail: { th: 'โปรดรอสักครู่แล้วลองอีกครั้ง สิ่งที่ทำไว้แล้วยังอยู่', en: 'Wait a moment and try again. What you did so far is kept.' },
  },
  'sign-in-expired': {
    status: 400,
    title: { th: 'การเข้าสู่ระบบใช้เวลานานเกินไป', en: 'The sign-in took too long' },
    detail: { th: 'โปรดเริ่มเข้าสู่ระบบใหม่อีกครั้ง', en: 'Please start signing in again.' },
  },
  'sign-in-failed': {
    status: 401,
    title: { th: 'เข้าสู่ระบบไม่สำเร็จ', en: 'The sign-in did not succeed' },
    detail: { th: 'ผู้ให้บริการยืนยันตัวตนไม่ยืนยันการเข้าสู่ระบบครั้งนี้ โปรดลองอีกครั้ง', en: 'The identity provider did not confirm it. Please try again.' },
  },
  'step-up-needed': {
    status: 403,
    title: { th: 'โปรดยืนยันตัวตนอีกครั้ง', en: 'Please confirm that it is you' },
    detail: { th: 'รายการนี้มีผลตามกฎหมาย จึงต้องยืนยันตัวตนภายในเวลาไม่นานก่อนทำ ยืนยันแล้วจะกลับมาหน้าเดิม สิ่งที่พิมพ์ไว้ยังอยู่ครบ', en: 'This act has legal effect, so you confirm who you are shortly before it. You then come back to this page, and what you typed is still there.' },
  },
  'other-person': {
    status: 403,
    title: { th: 'ผู้ที่ยืนยันตัวตนไม่ใช่เจ้าของเซสชันนี้', en: 'Somebody else confirmed' },
    detail: { th: 'โปรดยืนยันด้วยบัญชีเดียวกับที่เข้าสู่ระบบไว้ หรือออกจากระบบก่อนแล้วเข้าสู่ระบบใหม่', en: 'Confirm as the person who is signed in, or sign out first and sign in as the other.' },
  },
  ...problemsOfPeople,
  'invitation-over': {
    status: 410, title: { th: 'คำเชิญนี้ใช้ไม่ได้แล้ว', en: 'This invitation is over' },
    detail: { th: 'คำเชิญถูกใช้แล้ว หมดอายุ หรือถูกยกเลิก โปรดขอคำเชิญใหม่จากผู้ดูแลบุคลากรของหน่วยงาน', en: 'It was used, has expired or was withdrawn. Ask the person who looks after the agency’s people for a new one.' },
  },
  'other-invited': {
    status: 403, title: { th: 'คำเชิญนี้เป็นของผู้อื่น', en: 'This invitation is for somebody else' },
    detail: { th: 'ชื่อหรือเลขประจำตัวที่ ThaID ยืนยันไม่ตรงกับผู้ที่ได้รับเชิญ', en: 'The name or number that ThaID vouches for is not the invited person’s.' },
  },
  'passkey-needed': {
    status: 403,
    title: { th: 'ต้องใช้พาสคีย์ก่อนเข้างานของสำนักงาน', en: 'A passkey is needed for your office’s work' },
    detail: { th: 'หน่วยงานของคุณใช้พาสคีย์เป็นการยืนยันขั้นที่สอง สิทธิของสำนักงานจะใช้ได้เมื่อยืนยันแล้ว', en: 'Your agency uses passkeys as a second confirmation. The rights of your office work once you have confirmed with yours.' },
  },
  'passkey-refused': {
    status: 403,
    title: { th: 'ยืนยันด้วยพาสคีย์ไม่สำเร็จ', en: 'The passkey was not accepted' },
    detail: { th: 'พาสคีย์ไม่ตรงกับบัญชีหรือกับรายการที่จะลงนาม หรือใช้เวลานานเกินไป โปรดลองอีกครั้ง หากพาสคีย์หาย ให้ติดต่อผู้ดูแลบุคลากรของหน่วยงาน', en: 'It does not belong to this account or to what is being signed, or it took too long. Please try again. If your passkey is lost, ask the person in your agency who looks after its people.' },
  },
  'locked-out': {
    status: 423,
    title: { th: 'ยืนยันตัวตนไม่สำเร็จหลายครั้ง จึงพักไว้ชั่วคราว', en: 'Too many failed confirmations' },
    detail: { th: 'เพื่อความปลอดภัยของคุณ เซสชันนี้สิ้นสุดแล้ว เข้าสู่ระบบใหม่ผ่าน ThaID เพื่อใช้งานต่อได้ทันที ร่างที่บันทึกไว้ยังอยู่ครบ', en: 'To keep you safe this session has ended. Sign in again with ThaID to go on at once; what was saved is still there.' },
  },
  'mandate-ended': {
    status: 403,
    title: { th: 'สิทธิดำเนินการแทนนิติบุคคลนี้สิ้นสุดแล้ว', en: 'Your mandate for this company has ended' },
    detail: { th: 'หนังสือมอบอำนาจหมดอายุหรือถูกยกเลิก โปรดกลับไปดำเนินการในนามตนเองที่หน้าบัญชีของฉัน หรือขอรับมอบอำนาจใหม่ ร่างของนิติบุคคลยังอยู่ครบ', en: 'It ran out or was withdrawn. Go back to acting for yourself on your account page, or ask for a new one. The company’s drafts are still there.' },
  },
  'out-of-mandate': {
    status: 403,
    title: { th: 'เรื่องนี้อยู่นอกขอบเขตที่ได้รับมอบอำนาจ', en: 'Your mandate does not cover this' },
    detail: { th: 'ขอให้กรรมการหรือผู้รับมอบอำนาจที่มีขอบเขตนี้เป็นผู้ดำเนินการ หรือขอขยายขอบเขต สิ่งที่กรอกไว้ยังอยู่ครบ', en: 'Let a director do it, or ask for a wider mandate. What you entered is still there.' },
  },
  'company-not-active': {
    status: 409,
    title: { th: 'นิติบุคคลนี้ไม่ได้ดำเนินกิจการอยู่ตามทะเบียน', en: 'The register does not have this company as active' },
    detail: { th: 'เฉพาะนิติบุคคลที่ยังดำเนินกิจการอยู่เท่านั้นที่ยื่นคำขอได้ หากทะเบียนไม่ตรง โปรดติดต่อกรมพัฒนาธุรกิจการค้า', en: 'Only a company that is active may apply. If the register is wrong, ask the Department of Business Development.' },
  },
  'not-a-director': {
    status: 409,
    title: { th: 'ทะเบียนไม่มีชื่อคุณเป็นกรรมการของนิติบุคคลนี้', en: 'The register does not name you as a director' },
    detail: { th: 'ระบบเทียบชื่อและนามสกุลของคุณกับรายชื่อกรรมการ หากคุณเป็นผู้แทน ให้ขอรับมอบอำนาจจากกรรมการ', en: 'Your first and last name are compared with its directors. If you represent it otherwise, ask a director for a power of attorney.' },
  },
  'payment-mismatch': {
    status: 422,
    title: { th: 'รายการชำระเงินไม่ตรงกับใบแจ้งชำระ', en: 'The payment does not match a bill' },
    detail: { th: 'เก็บรายการไว้ให้เจ้าหน้าที่ตรวจสอบแล้ว', en: 'It is kept for an officer to look at.' },
  },
  'temporarily-unavailable': {
    status: 503,
    title: { th: 'ระบบขัดข้องชั่วคราว', en: 'Temporarily unavailable' },
    detail: { th: 'โปรดลองอีกครั้งในอีกสักครู่ การส่งซ้ำด้วยรหัสเดิมปลอดภัย', en: 'Please try again in a moment. Sending again with the same key is safe.' },
  },
  internal: {
    status: 500,
    title: { th: 'เกิดข้อผิดพลาดในระบบ', en: 'Something went wrong on our side' },
    detail: { th: 'เราบันทึกเหตุการณ์ไว้แล้ว หากติดต่อเจ้าหน้าที่ โปรดแจ้งเลขอ้างอิง', en: 'It has been recorded. If you contact us, quote the reference.' },
  },
};
