/** English. Metrics take the catalogue's own words. */
import type { Messages } from './messages.js';

export const messages: Messages = {
  code: 'en',
  metrics: {},
  values: {
    status: { resolved: 'Resolved', routed: 'Routed to the team', closed: 'Closed', open: 'Open' },
    outcome: { resolved: 'Resolved by AI', unresolved: 'Not resolved by AI', open: 'Open' },
    channel: { 'web-chat': 'Web chat', sms: 'SMS', email: 'Email', whatsapp: 'WhatsApp' },
  },
  dimensions: {
    channel: 'Channel', status: 'Status', outcome: 'Outcome', tag: 'Tag', region: 'Region', language: 'Language', segment: 'Segment',
    assignee: 'Assignee', page: 'Page', skill: 'Skill', goal: 'Goal',
  },
  ranges: {
    today: 'Today', yesterday: 'Yesterday', 'last-7-days': 'Last 7 days', 'last-14-days': 'Last 14 days', 'last-30-days': 'Last 30 days',
    'last-90-days': 'Last 90 days', 'last-12-months': 'Last 12 months', 'week-to-date': 'Week to date', 'month-to-date': 'Month to date',
    'quarter-to-date': 'Quarter to date', 'year-to-date': 'Year to date', 'last-week': 'Last week', 'last-month': 'Last month',
    'last-quarter': 'Last quarter', 'last-year': 'Last year', 'all-time': 'All time',
  },
  comparisons: {
    none: 'No comparison', 'previous-period': 'Previous period', 'previous-unit': 'Previous calendar unit', 'previous-year': 'Previous year', custom: 'Own dates',
  },
  grains: { hour: 'Hour', day: 'Day', week: 'Week', month: 'Month', quarter: 'Quarter', year: 'Year' },
  variants: { median: 'median', p90: '90th percentile' },
  range: {
    label: 'Range', custom: 'Own dates', from: 'From', to: 'To', compareWith: 'Compare with', compareFrom: 'Compare from', compareTo: 'Compare to',
    meaning: '{range}', comparedWith: 'compared with {range}', timeZone: 'Time zone: {zone}',
    endBeforeStart: 'The end is before the start. Choose a later end.', incomplete: 'Choose both dates.', invalid: 'This range cannot be shown.',
  },
  states: {
    loading: 'Loading', updating: 'Updating', noData: 'No data', unmeasured: 'Nothing measured', noDimension: 'Cannot be filtered this way',
    empty: 'No conversations in this range.', emptyHint: 'Choose a longer range or fewer filters.',
    dataEnded: 'The data end on {date}.', dataStart: 'The data start on {date}.', showLastData: 'Show the last data',
    failed: 'The numbers could not be loaded.', lastNumbers: 'Numbers for {range}, as of {time}.', tryAgain: 'Try again',
    noSource: 'No data are connected yet. Set an endpoint, data-src or data.', notLive: 'Not live yet: there are no data.',
    switchedOff: 'Switched off since {date}: nothing new is collected.',
    refused: { one: '{n} record was refused', other: '{n} records were refused' },
    leftOut: { one: '{n} row lacks this value and is left out', other: '{n} rows lack this value and are left out' },
    signIn: 'You are not signed in, or your access has ended.',
  },
  change: {
    up: 'up: {change} from {value} ({range})', down: 'down: {change} from {value} ({range})', same: 'unchanged from {value} ({range})',
    unknown: 'no value to compare with ({range})', versus: 'vs {range}', points: '{n} pts', better: 'better', worse: 'worse',
  },
  chart: {
    volume: 'Conversations', groupBy: 'Group by', legend: 'Shown groups', showTable: 'Show as table', hideTable: 'Show as chart', total: 'Total', other: 'Other',
    none: 'None', notOver: 'Not over yet', cut: 'Only part of it is in the range', notGrouped: 'These data have no {dimension}; the bars show all conversations.', period: 'Period',
    keyboard: 'Use the arrow keys to walk through the bars and Enter to choose one.',
  },
  thread: {
    heading: 'Conversation', choose: 'Set conversation-id to show a conversation.', notFound: 'There is no conversation {id}, or it is not for you to read.',
    visitor: 'Visitor', agent: 'AI agent', human: 'Team', anonymous: 'Anonymous',
    rules: {
      'supplied': 'The status came with the data.',
      'ticket-handoff': 'The agent could not resolve it: a help-desk ticket was made and the conversation passed on.',
      'human-message': 'A person of the team answered.',
      'message-handoff': 'The agent could not resolve it and showed the custom closing message.',
      'closed-after-agent': 'The agent wrote last, nothing was handed over, and the conversation was closed.',
      'inactive-after-agent': 'The agent wrote last, nothing was handed over, and {hours} h passed without activity.',
      'agent-wrote-last': 'The agent wrote last and waits for the visitor; after {hours} h without activity it is resolved.',
      'visitor-wrote-last': 'The visitor wrote last; nobody answered.',
      'no-messages': 'There are no messages to tell it by.',
    },
    copyId: 'Copy id', copyText: 'Copy as text', copied: 'Copied', notCopied: 'Could not be copied',
    messages: { one: '{n} message', other: '{n} messages' },
    masked: 'You may not read this text.', missed: 'Not understood', welcome: 'Welcome message', products: 'Products: {names}',
    events: {
      productClick: 'Clicked the product {product}', linkClick: 'Clicked {link}', cartAdd: 'Put into the cart: {quantity} × {product}',
      ticket: 'Handed over by help-desk ticket', message: 'Handed over with the closing message', ticketDeclined: 'Help-desk ticket offered and declined', messageDeclined: 'Handover offered and declined',
      closed: 'Closed', closedByVisitor: 'Closed by the visitor', closedByInactivity: 'Closed after {hours} h without activity', rated: 'Rated {value} of 5',
    },
    unknownMessages: 'The messages of this conversation were not supplied.', noMessages: 'Nobody wrote anything yet.',
    earlier: 'Show earlier messages', later: 'Show later messages',
  },
  table: {
    heading: 'Conversations',
    columns: { 'first-question': 'First question', 'profile': 'Profile', 'messages': 'Messages', 'started-at': 'Started', 'updated-at': 'Last updated', 'id': 'Id' },
    search: 'Search conversations', clearSearch: 'Clear search', sortBy: 'Sort by', ascending: '{column}, ascending', descending: '{column}, descending',
    page: '{first}–{last} of {total}', previousPage: 'Previous page', nextPage: 'Next page', pageSize: 'Rows per page',
    found: { one: 'Found in {n} message', other: 'Found in {n} messages' },
    noMatch: 'No conversation contains “{phrase}”.', noneSelected: 'No conversation is behind this number.',
    masked: 'You may not read the texts.', noQuestion: 'No question',
    conversations: { one: '{n} conversation', other: '{n} conversations' },
    contributed: '{what}: {value} in {conversations}', clearSelection: 'Show all conversations',
    exportCsv: 'Download CSV', exportFailed: 'The file could not be made.',
    place: '{n} of {total}', previous: 'Previous conversation', next: 'Next conversation', close: 'Close',
  },
  files: { exportAs: 'Export as {format}' },
  dashboard: {
    titles: { 'customer-agent': 'AI agent performance', 'customer-agent-classic': 'AI agent overview' },
    sections: { gaps: 'Knowledge gaps', overview: 'Overview', conversations: 'Conversations' },
    volume: 'Conversations over time', kpis: 'Key figures', refresh: 'Refresh', updated: 'Updated {ago}', asOf: 'The data reach to {time}.', copyLink: 'Copy link', linkCopied: 'Link copied',
    wrongPage: 'This page is set up wrongly.', wrongView: 'The link to this view cannot be read.',
  },
  overview: 'Overview',
};

