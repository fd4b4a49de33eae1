/** The words of Zendesk's fields, and what each is for us. */

/** Ours by `via.channel`; the report names any other, which stays as it is. */
export const CHANNELS = {
  web: 'web',
  web_form: 'web',
  email: 'email',
  mail: 'email',
  chat: 'web-chat',
  native_messaging: 'web-chat',
  chat_transcript: 'web-chat',
  web_widget: 'web-chat',
  messaging: 'web-chat',
  help_center: 'help-center',
  helpcenter: 'help-center',
  api: 'api',
  voice: 'phone',
  phone: 'phone',
  sms: 'sms',
  text: 'sms',
  mobile: 'mobile',
  mobile_sdk: 'mobile',
  twitter: 'x',
  twitter_dm: 'x',
  x_corp: 'x',
  facebook: 'facebook',
  facebook_post: 'facebook',
  facebook_messenger: 'messenger',
  messenger: 'messenger',
  instagram_dm: 'instagram',
  instagram: 'instagram',
  whatsapp: 'whatsapp',
  line: 'line',
  wechat: 'wechat',
  telegram: 'telegram',
  closed_ticket: 'follow-up',
  side_conversation: 'side-conversation',
  rule: 'rule',
  any_channel: 'any-channel',
  answer_bot_for_web_widget: 'web-chat',
  sample_ticket: 'sample',
} as const;

export const TYPES = { problem: 'problem', incident: 'incident', question: 'question', task: 'task' } as const;
export const PRIORITIES = { low: 'low', normal: 'normal', high: 'high', urgent: 'urgent' } as const;

/** What a status does to a ticket. */
export const STATUSES: ReadonlyMap<string, 'open' | 'done' | 'gone'> = new Map([
  ['new', 'open'],
  ['open', 'open'],
  ['pending', 'open'],
  ['hold', 'open'],
  ['on-hold', 'open'],
  ['solved', 'done'],
  ['closed', 'done'],
  ['deleted', 'gone'],
] as const);

/** Whether a role is one of the team. */
export const ROLES: ReadonlyMap<string, boolean> = new Map([
  ['end-user', false],
  ['agent', true],
  ['admin', true],
  ['light_agent', true],
]);

/** How a customer rated; `undefined`: asked and not answered; `null`: never asked. */
export const SCORES: ReadonlyMap<string, boolean | undefined | null> = new Map([
  ['unoffered', null],
  ['offered', undefined],
  ['good', true],
  ['good_with_comment', true],
  ['goodwithcomment', true],
  ['bad', false],
  ['bad_with_comment', false],
  ['badwithcomment', false],
]);
