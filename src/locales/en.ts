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
  overview: 'Overview',
};

