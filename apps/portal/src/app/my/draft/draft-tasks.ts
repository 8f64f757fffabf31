import type { CaseCheck, ComposedForm } from '@anuyat/contract';
import type { Text } from '@anuyat/licence-kit';
import type { TaskItem } from '@anuyat/ui';

export interface DraftTasks {
  topics: TaskItem[];
  papers: TaskItem[];
  send: TaskItem[];
  done: number;
  all: number;
}

/** What is left to do in a draft, as task lists; sending stays closed until everything else is done. */
export function draftTasks(caseId: string, check: CaseCheck, form: ComposedForm | undefined, words: (key: string, params?: object) => string, say: (text: Text) => string): DraftTasks {
  const root = `/my/cases/${caseId}`;
  const topics = check.topics.map((topic): TaskItem => {
    const askedBy = form?.topics.find(({ id }) => id === topic.id)?.askedBy ?? [];
    return {
      name: say(topic.title),
      hint: askedBy.length === 0 ? undefined : askedBy.length > 1 && askedBy.length === check.licences.length ? words('asksForAll') : `${words('asksFor')} ${askedBy.map(({ title }) => say(title)).join(', ')}`,
      link: `${root}/topics/${topic.id}`,
      status: words({ done: 'done', started: 'started', empty: 'todo' }[topic.state]),
      tone: topic.state === 'done' ? 'plain' : topic.state === 'started' ? 'info' : 'wait',
    };
  });
  const required = check.documents.filter(({ isRequired, isNeeded }) => isRequired && isNeeded);
  const attached = required.filter(({ files, problem }) => files.length > 0 && !problem).length;
  const asked = check.documents.filter(({ isNeeded }) => isNeeded).length;
  const arePapersDone = attached === required.length;
  const papers: TaskItem = {
    name: words('documents'),
    hint: asked === 0 ? words('noDocuments') : words('documentsHint', { done: attached, all: required.length }),
    link: `${root}/documents`,
    status: words(arePapersDone ? 'done' : attached > 0 ? 'started' : 'todo'),
    tone: arePapersDone ? 'plain' : attached > 0 ? 'info' : 'wait',
  };
  const send: TaskItem = { name: words('check'), link: `${root}/check`, status: words(check.isReady ? 'ready' : 'waits'), tone: check.isReady ? 'now' : 'plain' };
  const done = check.topics.filter(({ state }) => state === 'done').length + (arePapersDone ? 1 : 0);
  return { topics, papers: [papers], send: [send], done, all: check.topics.length + 1 };
}
