type Fields = Record<string, string>;

/** The fields of each place of an answer, as far as a reader may have them. */
const under = (path: string, fields: Fields): Fields => Object.fromEntries(Object.entries(fields).map(([place, keys]) => [[path, place].filter(Boolean).join(place.startsWith('[') ? '' : '.'), keys]));

const office: Fields = { '': 'agency code duty title', agency: 'code title' };
const named: Fields = { '': 'code title' };
const station = 'at id kind state title';
const map: Fields = { '': 'lines', 'lines[]': 'colour group groupTitle id stations subtitle title', 'lines[].stations[]': station };

const promise: Fields = { '': 'applicationId at because by revisions standing statutoryBy', 'revisions[]': 'at by reason statutoryBy' };

const lane = 'daysLeft dueAt id isOverdue office officeBecause owner since state stateLabel stations title uncertainYears verdict';
const application = (laneFields: string): Fields => ({
  '': 'caseId code dueAt id isOverdue kind lanes may number receivedAtLegal reviewStartedAt revision standsIn status submittedAt title tracks version waitsFor',
  'waitsFor[]': 'code status title',
  'tracks[]': 'lane stretches title',
  'tracks[].stretches[]': 'allowed citation days from ground isOver party unit until who',
  'tracks[].stretches[].citation': 'law section',
  'lanes[]': laneFields,
  ...under('lanes[].office', office),
  'lanes[].stations[]': station,
});

/** `GET /api/applications/:id` for an officer. */
export const applicationFields = application(`${lane} note`);

/** `GET /api/tasks/:id`; the answers are compared fact by fact. */
export const taskFields: Fields = {
  '': 'acts answers appeal applicantName application applicationId askable assignee businessName caseId corrections createdAt daysLeft demand documents dueAt escalatedFor gathering hearings history id inspections isOverdue isResting lane laneDefinition laneTitle lanesMap lateAnswers licence number office order place promise proposal questions stage status topics',
  ...under('office', office),
  ...under('licence', named),
  assignee: 'id name',
  ...under('application', applicationFields),
  ...under('promise', promise),
  laneDefinition: 'hasInspection id reads readsDocuments',
  'topics[]': 'id schema title',
  'documents[]': 'bytes caseId code expiresOn fileName id issuedOn kind scan sha256 title uploadedAt',
  'lateAnswers[]': 'applicationId at changes endedAt id lane licence what words',
  'lateAnswers[].changes[]': 'path title value',
  askable: 'documents facts',
  'askable.facts[]': 'path title',
  'askable.documents[]': 'code title',
  ...under('lanesMap', map),
  'history[]': 'applicationId at by id lane licence note what',
  'questions[]': 'answeredAt applicationId askedAt dueAt id isOpen items lane licence note noticeId office',
  'corrections[]': 'applicationId at changed digest documents lane licence office outcome',
  'corrections[].changed[]': 'after before path title',
  'corrections[].documents[]': 'code title',
  gathering: 'found until waitsFor',
  demand: 'by ground items reason',
  'demand.ground': 'citation code isVerified title',
  'demand.ground.citation': 'law section',
  'demand.items[]': 'kind message target title',
  'questions[].items[]': 'kind message target title',
  'inspections[]': 'findings id inspector lane note plannedFor recordedAt result',
  'acts[]': 'causes event needs title',
};

const monitored = 'businessName caseId dueAt id isOverdue licence number status submittedAt territory';

/** `GET /api/monitor/applications/:id`: no note anywhere, no applicant; the answers are compared fact by fact. */
export const monitoredFields: Fields = {
  '': `answers application history lanesMap promise topics ${monitored}`,
  'topics[]': 'id schema title',
  ...under('promise', promise),
  ...under('licence', named),
  ...under('territory', named),
  ...under('application', application(lane)),
  ...under('lanesMap', map),
  'history[]': 'applicationId at by id lane licence what',
};

export const monitorPageFields: Fields = { '': 'items next', 'items[]': monitored, ...under('items[].licence', named), ...under('items[].territory', named) };

const counts: Fields = { '': 'byStatus overdue total' };

export const monitorOverviewFields: Fields = {
  '': 'asOf estates licences secondDemands totals',
  'secondDemands[]': 'code office title total',
  ...under('totals', counts),
  'estates[]': 'code counts kind position province title',
  'estates[].position': 'lat lon',
  ...under('estates[].counts', counts),
  'licences[]': 'code counts title',
  ...under('licences[].counts', counts),
};

/** `GET /api/licences/:number/verify`, for everybody. */
export const verificationFields: Fields = {
  '': 'checkedAt isFound isPaperGenuine licence',
  licence: 'businessName code conditions edition holder issuedBy issuedOn kind number place since status title validUntil',
  ...under('licence.issuedBy', office),
};
