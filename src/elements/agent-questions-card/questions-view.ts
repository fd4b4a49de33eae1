/** The questions as a table, under their topics where that is wanted. Its roles are written out, since on a phone its rows become cards. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { fillText } from '../../core/format/formats.js';
import type { FrequentQuestions } from '../../core/query.js';
import { barView } from '../shared/bar.js';
import { icon } from '../shared/icons.js';
import { ROLE } from '../shared/records-table/view.js';
import { valueWord, type Words } from '../shared/words.js';
import { groupByTopic, toListed, type ListedQuestion, type TopicGroup } from './listed-questions.js';

interface QuestionsView extends Words {
  answer: FrequentQuestions;
  isByTopic: boolean;
  caption: string;
  onSelect: (id: string) => void;
}

const NUMBERS = ['count', 'share', 'resolved', 'takeover', 'missed'] as const;

export function questionsView(view: QuestionsView): TemplateResult {
  const {
    answer: { questions, considered },
    messages,
    formats,
    isByTopic,
    caption,
  } = view;
  const words = messages.questions;
  const hasTopics = !isByTopic && questions.some(({ topic }) => topic);
  if (questions.length === 0) return html`<p class="none" part="none"><bdi>${words.none}</bdi></p>`;
  return html`
    <table part="table" role=${ROLE.table}>
      <caption class="spoken">${caption}</caption>
      <thead role=${ROLE.group}>
        <tr role=${ROLE.row}>
          <th role=${ROLE.head} scope="col" class="asked">${words.question}</th>${hasTopics ? html`<th role=${ROLE.head} scope="col">${words.topic}</th>` : nothing}
          ${NUMBERS.map((name) => html`<th role=${ROLE.head} scope="col" data-number>${words[name]}</th>`)}
        </tr>
      </thead>
      ${
        isByTopic
          ? repeat(
              groupByTopic(questions, formats),
              ({ topic }) => topic,
              (group) => topicView(group, view),
            )
          : html`<tbody role=${ROLE.group}>${rowsView(toListed(questions, formats), hasTopics, view)}</tbody>`
      }
    </table>
    <p class="method" part="method"><bdi>${fillText(words.method, { questions: formats.counted(messages.gaps.questions, considered) })}</bdi></p>
  `;
}

function topicView({ topic, count, shareOfOne, questions }: TopicGroup, view: QuestionsView): TemplateResult {
  const {
    messages: { questions: words },
    formats,
  } = view;
  return html`
    <tbody role=${ROLE.group}>
      <tr role=${ROLE.row} class="topic" part="topic"><th role=${ROLE.rowHead} colspan="6" scope="rowgroup"><bdi class="title">${topicWord(topic, view)}</bdi> <span class="sums"><bdi>${formats.counted(words.asked, count)} · ${fillText(words.ofAll, { share: formats.share(shareOfOne) })}</bdi></span></th></tr>
      ${rowsView(questions, false, view)}
    </tbody>
  `;
}

function rowsView(questions: readonly ListedQuestion[], hasTopics: boolean, view: QuestionsView) {
  return repeat(
    questions,
    ({ id }) => id,
    (question) => rowView(question, hasTopics, view),
  );
}

function rowView(one: ListedQuestion, hasTopics: boolean, view: QuestionsView): TemplateResult {
  const {
    messages: { questions: words, gaps },
    formats,
    onSelect,
  } = view;
  const showing = formats.counted(gaps.conversations, one.conversationIds.length);
  return html`
    <tr role=${ROLE.row} part="row" data-question=${one.id} ?data-failed=${one.hasFailed}>
      <th role=${ROLE.rowHead} scope="row">
        <span class="question" part="question"><bdi>${one.question}</bdi></span>
        ${barView(one.lengthOfOne, 4)}
        <span class="evidence">
          ${one.hasFailed ? html`<span class="failed" part="failed" title=${words.failedRule}>${icon('cross')}${words.failed}</span>` : nothing}
          ${one.conversationIds.length === 0 ? nothing : html`<button class="link" part="select" type="button" aria-label="${showing}: ${one.question}" @click=${() => onSelect(one.id)}><bdi>${showing}</bdi></button>`}
          ${
            one.examples.length === 0
              ? nothing
              : html`
            <details part="examples">
              <summary>${words.wordings}</summary>
              <ul>${one.examples.map((example) => html`<li><bdi>${example}</bdi></li>`)}</ul>
            </details>`
          }
        </span>
      </th>
      ${hasTopics ? html`<td role=${ROLE.cell} data-column="topic"><span class="name">${words.topic}</span><bdi>${topicWord(one.topic, view)}</bdi></td>` : nothing}
      ${NUMBERS.map((name) => html`<td role=${ROLE.cell} data-column=${name} data-number><span class="name">${words[name]}</span>${one[name]}</td>`)}
    </tr>
  `;
}

function topicWord(topic: string | null, { messages, formats, description }: Words): string {
  return topic ? valueWord('tag', topic, messages, formats, description) : messages.questions.noTopic;
}
