/** What a language module says. Texts hold `{name}` places; counted ones have a form per plural category of `Intl.PluralRules`. */

/** Keyed by CLDR plural category; `other` is always there. */
export type Counted = { other: string } & Partial<Record<'zero' | 'one' | 'two' | 'few' | 'many', string>>;

export interface MetricWords {
  label: string;
  /** One sentence. */
  description: string;
  /** The formula in words. */
  rule: string;
}

export interface Messages {
  /** BCP 47 code of the language. */
  code: string;
  /** Unset: the catalogue's own English words. */
  metrics: Record<string, MetricWords>;
  /** Words for the values of dimensions that the kit knows, as `status` or `channel`. */
  values: Record<string, Record<string, string>>;
  dimensions: Record<string, string>;
  ranges: Record<string, string>;
  comparisons: Record<string, string>;
  grains: Record<string, string>;
  /** What stands behind a metric's label in brackets. */
  variants: { median: string; p90: string; business: string };
  range: {
    label: string;
    custom: string;
    from: string;
    to: string;
    compareWith: string;
    compareFrom: string;
    compareTo: string;
    /** `{range}` */
    meaning: string;
    /** `{range}` */
    comparedWith: string;
    /** `{zone}` */
    timeZone: string;
    endBeforeStart: string;
    incomplete: string;
    /** Before the technical reason. */
    invalid: string;
  };
  states: {
    loading: string;
    updating: string;
    /** The source does not have it. */
    noData: string;
    /** The source has it, but not here. */
    unmeasured: string;
    noDimension: string;
    empty: string;
    emptyHint: string;
    allRefused: string;
    /** `{date}` */
    dataEnded: string;
    /** `{date}` */
    dataStart: string;
    showLastData: string;
    failed: string;
    /** Of one widget, where the page says why. */
    notLoaded: string;
    /** `{range}` `{time}` */
    lastNumbers: string;
    tryAgain: string;
    readingSome: string;
    /** {share}: as 42 %. */
    reading: string;
    stopReading: string;
    readingStopped: string;
    noSource: string;
    notLive: string;
    /** `{date}` */
    switchedOff: string;
    /** `{n}` */
    refused: Counted;
    /** `{n}` */
    moreRefused: Counted;
    /** `{n}` */
    /** What a number of saved time follows from. `{duration}` */
    perConversation: string;
    leftOut: Counted;
    signIn: string;
    /** Of what this role may not see, whatever else it may. */
    notAllowed: string;
  };
  change: {
    /** `{change}` `{value}` `{range}` */
    up: string;
    down: string;
    same: string;
    unknown: string;
    /** `{range}` */
    versus: string;
    /** `{n}` */
    points: Counted;
    better: string;
    worse: string;
  };
  chart: {
    /** Heading of the volume chart. */
    volume: string;
    groupBy: string;
    legend: string;
    showTable: string;
    hideTable: string;
    total: string;
    other: string;
    none: string;
    notOver: string;
    /** The range cuts the bucket. */
    cut: string;
    /** `{dimension}` */
    notGrouped: string;
    period: string;
    /** How to walk through the bars by keyboard. */
    keyboard: string;
  };
  thread: {
    heading: string;
    /** No `conversation-id` is set. */
    choose: string;
    /** `{id}` */
    notFound: string;
    visitor: string;
    agent: string;
    human: string;
    anonymous: string;
    /** Which sentence of the rule gave the status. `{hours}` */
    rules: Record<string, string>;
    copyId: string;
    copyText: string;
    copied: string;
    notCopied: string;
    /** `{n}` */
    messages: Counted;
    /** The text is not for this user. */
    masked: string;
    missed: string;
    welcome: string;
    /** `{names}` */
    products: string;
    events: {
      /** `{product}` */
      productClick: string;
      /** `{link}` */
      linkClick: string;
      /** `{quantity}` `{product}` */
      cartAdd: string;
      ticket: string;
      message: string;
      ticketDeclined: string;
      messageDeclined: string;
      closed: string;
      closedByVisitor: string;
      /** `{hours}` */
      closedByInactivity: string;
      /** `{value}` */
      rated: string;
    };
    unknownMessages: string;
    noMessages: string;
    earlier: string;
    later: string;
  };
  table: {
    heading: string;
    columns: Record<'first-question' | 'profile' | 'messages' | 'started-at' | 'updated-at' | 'id', string>;
    search: string;
    clearSearch: string;
    sortBy: string;
    /** `{column}` */
    ascending: string;
    /** `{column}` */
    descending: string;
    /** `{first}` `{last}` `{total}` */
    page: string;
    previousPage: string;
    nextPage: string;
    pageSize: string;
    /** `{n}` */
    found: Counted;
    /** `{phrase}` */
    noMatch: string;
    noneSelected: string;
    /** The texts are not for this user. */
    masked: string;
    noQuestion: string;
    /** `{n}` */
    conversations: Counted;
    /** The number that was pointed at counts something else. `{what}` `{value}` `{conversations}` */
    contributed: string;
    clearSelection: string;
    exportCsv: string;
    exportFailed: string;
    exportStopped: string;
    /** `{n}` `{total}` */
    place: string;
    notLoaded: string;
    previous: string;
    next: string;
    close: string;
  };
  filters: {
    label: string;
    /** Names the filters that hold. */
    active: string;
    clearAll: string;
    /** `{filter}` */
    remove: string;
    /** `{value}` */
    excluded: string;
    /** `{dimension}` */
    search: string;
    noMatch: string;
    /** `{n}`: values of a dimension. */
    chosen: Counted;
    /** `{n}`: values that are listed, of more. */
    truncated: Counted;
    /** `{n}`: conversations that pass. */
    matching: Counted;
  };
  skills: {
    /** Head of the counts. */
    uses: string;
    perMessage: string;
    /** Said where the rows are more than the total. */
    several: string;
  };
  files: {
    /** `{format}`, as CSV. */
    exportAs: string;
  };
  dashboard: {
    /** By preset. */
    titles: Record<string, string>;
    /** By their ids. */
    sections: Record<string, string>;
    volume: string;
    kpis: string;
    refresh: string;
    /** `{ago}`: 2 minutes ago. */
    updated: string;
    /** `{time}` */
    asOf: string;
    copyLink: string;
    linkCopied: string;
    /** Above filters that are for the list of conversations alone. */
    filterList: string;
    /** Before the technical reason, both. */
    wrongPage: string;
    wrongView: string;
    /** Titles of widgets, by the names that presets give them. */
    headings: Record<string, string>;
    /** Titles of folded parts, by their ids. */
    groups: Record<string, string>;
    /** On a number whose host has a page about it. */
    viewReport: string;
    /** In place of widgets that have nothing to show. */
    noFacts: string;
    customise: {
      open: string;
      heading: string;
      hint: string;
      done: string;
      reset: string;
      sections: string;
      /** `{section}` */
      tiles: string;
      /** `{name}` */
      moveUp: string;
      moveDown: string;
      /** Before the list of metrics, and on the button behind it. */
      add: string;
      addTo: string;
      /** `{name}` `{n}` `{total}` */
      moved: string;
      /** `{name}` */
      hidden: string;
      shown: string;
      added: string;
      wasReset: string;
    };
  };
  gaps: {
    heading: string;
    /** Narrows the list. */
    only: string;
    /** How the list comes about, and its limit. `{questions}` `{articles}` */
    method: string;
    /** The same without articles. `{questions}` */
    methodAlone: string;
    /** As they stand in `method`. */
    questions: Counted;
    articles: Counted;
    noArticles: string;
    none: string;
    /** `{n}` */
    asked: Counted;
    /** `{share}` */
    unresolved: string;
    /** `{title}` `{share}` */
    nearest: string;
    noNearest: string;
    examples: string;
    /** `{n}` */
    conversations: Counted;
    add: string;
    title: string;
    body: string;
    save: string;
    saving: string;
    cancel: string;
    failed: string;
    /** `{title}` */
    added: string;
    /** `{title}` */
    closed: string;
    /** The page around was told and decides. `{title}` */
    told: string;
    dismiss: string;
    /** `{topic}` */
    dismissed: string;
    undo: string;
    more: string;
  };
  ranking: {
    heading: string;
    rank: string;
    /** The group without a value. `{dimension}` */
    without: string;
    /** `{metrics}` `{dimension}` */
    notGrouped: string;
    /** `{metrics}` */
    noData: string;
    /** Marks a row whose number rests on few cases. */
    few: string;
    /** `{metric}` `{n}` */
    fewCases: string;
    empty: string;
    /** `{n}` */
    showAll: Counted;
  };
  records: {
    /** `{metric}` */
    heading: string;
    notOffered: string;
    none: string;
    /** `{n}` */
    count: Counted;
    /** Back from what was pointed at. `{metric}` */
    clearSelection: string;
    /** By the names of the fields. */
    columns: Record<string, string>;
    yes: string;
    no: string;
    notLoaded: string;
    previous: string;
    next: string;
    /** `{id}` */
    ticket: string;
    customer: string;
    /** Seen by the team only. */
    note: string;
    /** The ticket came without messages. */
    unknownMessages: string;
    events: {
      created: string;
      /** `{name}` */
      assigned: string;
      firstAssigned: string;
      responded: string;
      resolved: string;
      reopened: string;
      escalated: string;
      escalatedForTarget: string;
      firstResponseDue: string;
      resolutionDue: string;
    };
    /** Beside a target. */
    met: string;
    missed: string;
  };
  questions: {
    heading: string;
    notOffered: string;
    none: string;
    /** How the list comes about. `{questions}` */
    method: string;
    question: string;
    topic: string;
    noTopic: string;
    count: string;
    share: string;
    resolved: string;
    takeover: string;
    missed: string;
    /** Marks what the agent failed, and why it is marked. */
    failed: string;
    failedRule: string;
    wordings: string;
    /** Of a topic. `{n}` */
    asked: Counted;
    /** Of a topic, of all questions. `{share}` */
    ofAll: string;
  };
  goals: {
    heading: string;
    /** No goal is set. */
    none: string;
    goal: string;
    /** In a tile, beside its number. `{value}` */
    ofTile: string;
    soFar: string;
    target: string;
    projection: string;
    state: string;
    /** `{value}` */
    atLeast: string;
    /** `{value}` */
    atMost: string;
    /** Said of a bar. `{share}` `{target}` */
    reached: string;
    /** `{low}` `{high}` */
    between: string;
    /** By the statuses of a goal. */
    states: Record<string, string>;
    /** Of a level. */
    asOfNow: string;
    /** Why there is no projection. */
    short: string;
    distinct: string;
    /** `{n}` */
    daysLeft: Counted;
    lastDay: string;
    over: string;
    /** How the projection comes about. */
    method: string;
  };
  trend: {
    /** Over the keys of the metrics. */
    legend: string;
    /** How to walk through it by keyboard. */
    keyboard: string;
    /** A chart measures two units. `{metrics}` */
    tableOnly: string;
    /** Head of what changed against the compared range. */
    change: string;
    /** The number of the range as a whole. */
    whole: string;
    /** Head of the dates with a name. */
    marks: string;
  };
  breakdown: {
    /** `{metric}` `{dimension}` */
    heading: string;
    /** Head of the shares of all. */
    share: string;
    /** `{dimension}` */
    notGrouped: string;
    /** Said where the rows are more than the total. */
    several: string;
  };
  heatmap: {
    /** Chooses how time is folded. */
    foldBy: string;
    /** Ways to fold time. */
    grains: Record<string, string>;
    /** The cells with the most, of what is counted. `{places}` */
    busiest: string;
    /** The cells with the greatest number, of what is measured. `{places}` */
    highest: string;
    peak: string;
    /** Of the colours. */
    scale: string;
    keyboard: string;
  };
  overview: string;
}
