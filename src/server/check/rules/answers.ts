/** Every route answers, in the shape of the contract. The kit's own client checks each answer against its schema. */
import { CONVERSATION_DIMENSIONS } from '../../../core/tables/all-tables.js';
import type { ConversationsPage } from '../../../core/query.js';
import { Broken, NotAsked, requireEqual, toText, type RuleGroup } from '../rule.js';
import { askMetrics, chunksOf, pathOf, type Subject } from '../subject.js';

export const answerRules: RuleGroup = {
  title: 'Routes answer in the shape of the contract',
  rules: [
    { says: 'describe says what there is', test: async ({ probe }) => void (await probe.source.describe()) },
    { says: 'every metric that describe names can be asked', test: everyMetric },
    { says: 'every dimension that describe names can be grouped by', test: everyDimension },
    { says: 'a dimension of the contract that the data lack is no error', test: missingDimension },
    { says: 'metrics answer the same by GET and by POST', test: postedMetrics },
    { says: 'conversations come in pages', test: pages },
    { says: 'a conversation comes by its id', test: oneConversation },
    { says: 'knowledge gaps come', test: gaps },
    { says: 'openapi.json describes the routes, OpenAPI 3.1', test: openApi },
    { says: 'answers are application/json', test: contentTypes },
    { says: 'a field that no question has is left alone', test: unknownField },
  ],
};

async function everyMetric(subject: Subject): Promise<void> {
  for (const metrics of chunksOf(subject.description.metrics)) {
    const answer = await askMetrics(subject, { metrics });
    requireEqual(Object.keys(answer.metrics).sort(), [...metrics].sort(), 'metrics');
  }
}

async function everyDimension(subject: Subject): Promise<void> {
  for (const groupBy of Object.keys(subject.description.dimensions)) {
    const { groups, metrics } = await askMetrics(subject, { metrics: ['total-volume'], groupBy });
    if (!groups) throw new Broken(`groups by ${groupBy}`, 'none');
    const { byGroup } = metrics['total-volume']!;
    if (byGroup && byGroup.length !== groups.length)
      throw new Broken(`a number for each of ${groups.length} groups by ${groupBy}`, toText(byGroup));
  }
}

async function missingDimension(subject: Subject): Promise<void> {
  const missing = CONVERSATION_DIMENSIONS.find((name) => !(name in subject.description.dimensions));
  if (missing === undefined) throw new NotAsked('the data have every dimension');
  const grouped = await askMetrics(subject, { metrics: ['total-volume'], groupBy: missing });
  if (grouped.metrics['total-volume']!.byGroup === undefined)
    throw new Broken(`byGroup for ${missing}, null or empty`, 'none');
}

async function postedMetrics(subject: Subject): Promise<void> {
  const query = {
    metrics: ['total-volume'],
    ...subject.scope,
    grain: 'day',
    groupBy: 'status',
    filters: { status: ['resolved', 'routed'] },
  };
  const got = await subject.probe.ask(
    pathOf(subject, { grain: 'day', groupBy: 'status', filters: 'status:resolved,routed' }),
  );
  const posted = await subject.probe.ask('/metrics', { method: 'POST', body: JSON.stringify(query) });
  if (posted.status !== 200) throw new Broken('status 200', String(posted.status));
  requireEqual(posted.body, got.body);
}

async function pages({ probe, scope }: Subject): Promise<void> {
  const { rows, pageSize, page, total } = await probe.source.conversations({ ...scope, pageSize: 2 });
  requireEqual({ page, pageSize }, { page: 1, pageSize: 2 });
  if (rows.length !== Math.min(2, total))
    throw new Broken(`${Math.min(2, total)} rows of ${total}`, String(rows.length));
}

async function oneConversation({ probe, scope }: Subject): Promise<void> {
  const {
    rows: [row],
  }: ConversationsPage = await probe.source.conversations({ ...scope, pageSize: 1 });
  if (!row) throw new NotAsked('there is no conversation');
  const conversation = await probe.source.conversation(row.id);
  requireEqual(conversation.id, row.id, 'id');
  if (Date.parse(String(conversation.startedAt)) !== Date.parse(row.startedAt))
    throw new Broken(`startedAt ${row.startedAt}`, toText(conversation.startedAt));
}

/** Of one day, since an endpoint may limit how many questions it looks at. */
async function gaps({ probe, scope }: Subject): Promise<void> {
  const { gaps: found, considered } = await probe.source.knowledgeGaps({ ...scope, from: scope.to, limit: 3 });
  if (found.length > 3) throw new Broken('at most 3 gaps', String(found.length));
  if (considered < found.length) throw new Broken(`at least ${found.length} considered`, String(considered));
}

async function openApi({ probe }: Subject): Promise<void> {
  const { body } = await probe.ask('/openapi.json');
  const { openapi, paths } = (body ?? {}) as { openapi?: unknown; paths?: Record<string, unknown> };
  if (typeof openapi !== 'string' || !openapi.startsWith('3.1')) throw new Broken('openapi 3.1', toText(openapi));
  const missing = [
    '/describe',
    '/metrics',
    '/conversations',
    '/conversations/{id}',
    '/knowledge-gaps',
    '/knowledge',
  ].find((path) => !Object.keys(paths ?? {}).some((one) => one.endsWith(path)));
  if (missing !== undefined) throw new Broken(`the path ${missing}`, toText(Object.keys(paths ?? {})));
}

async function contentTypes(subject: Subject): Promise<void> {
  for (const path of ['/describe', pathOf(subject), pathOf(subject, {}, '/conversations'), '/openapi.json']) {
    const type = (await subject.probe.ask(path)).headers.get('content-type') ?? 'none';
    if (!/^application\/(json|openapi\+json)\b/.test(type)) throw new Broken('application/json', type);
  }
}

async function unknownField(subject: Subject): Promise<void> {
  const { status } = await subject.probe.ask(pathOf(subject, { colour: 'red' }));
  if (status !== 200) throw new Broken('status 200', String(status));
}
