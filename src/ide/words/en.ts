/** A text for each language is one interface: what one language has, the other must have. */
export interface Words {
  readonly tag: string
  readonly title: string
  readonly otherLanguage: string
  readonly schema: { readonly link: string; readonly help: string; failed(problem: string): string }
  readonly link: { readonly offer: string; readonly done: string; readonly refused: string }
  readonly copy: { readonly offer: string; readonly done: string; readonly refused: string }
  readonly status: {
    readonly name: string
    readonly notRun: string
    readonly waiting: string
    readonly stopped: string
    readonly failed: string
    http(status: number): string
    milliseconds(count: number): string
    readonly size: string
    cost(predicted: number, max: number | undefined): string
    readonly costHelp: string
    events(received: number, shown: number): string
    readIn(view: string): string
    readonly open: string
    readonly closed: (code: number, reason: string) => string
    readonly ended: string
    unreachable(problem: string): string
    noGraphql(status: number, start: string): string
  }
  readonly view: {
    readonly title: string
    readonly intro: string
    readonly current: string
    readonly default: string
    readonly notJson: string
    readonly overridden: string
    readonly apply: string
    readonly clear: string
    readonly applied: string
    readonly cleared: string
    readonly language: string
    readonly languageHelp: string
    readonly asStated: string
    readonly validAt: string
    readonly validAtHelp: string
    readonly today: string
    readonly knownAt: string
    readonly knownAtHelp: string
    readonly now: string
    readonly release: string
    readonly releaseHelp: string
    readonly noRelease: string
    readonly trust: string
    readonly languages: string
    readonly noPreference: string
    order(languages: readonly string[]): string
    languageName(tag: string): string
    readonly sources: string
    readonly sourcesHelp: string
    readonly addSource: string
    readonly only: string
    readonly onlyHelp: string
    readonly minConfidence: string
    readonly parts: {
      language(tag: string): string
      validAt(date: string): string
      knownAt(time: string): string
      release(name: string): string
      first(names: readonly string[]): string
      only(names: readonly string[]): string
      minConfidence(least: string): string
      readonly other: string
    }
  }
  readonly examples: {
    readonly title: string
    readonly intro: string
    readonly empty: string
    readonly checking: string
    readonly checkFailed: string
    open(name: string): string
  }
  readonly snippets: {
    readonly title: string
    readonly intro: string
    readonly language: string
    readonly token: string
    readonly subscription: string
    readonly shell: string
    readonly noQuery: string
    readonly badJson: (editor: 'variables' | 'headers', problem: string) => string
  }
}

const names: Readonly<Record<string, string>> = { 'zh-Hans': 'Chinese', zh: 'Chinese', en: 'English' }
const nameOf = (tag: string): string => names[tag] ?? tag

export const en: Words = {
  tag: 'en',
  title: 'suanli 算力: ask in GraphQL',
  otherLanguage: '中文',
  schema: {
    link: 'SDL',
    help: 'Download the schema (SDL)',
    failed: problem => `The schema was not downloaded: ${problem}`,
  },
  link: {
    offer: 'Copy link',
    done: 'Link copied',
    refused: 'The browser refused to copy. The link is in the address bar.',
  },
  copy: { offer: 'Copy', done: 'Copied', refused: 'The browser refused to copy. Select the text and copy it.' },
  status: {
    name: 'Answer',
    notRun: 'Not run yet',
    waiting: 'Waiting for the answer',
    stopped: 'Stopped',
    failed: 'No answer',
    http: status => `HTTP ${status}`,
    milliseconds: count => `${count} ms`,
    size: 'Size of the body before compression',
    cost: (predicted, max) =>
      `Cost ${predicted.toLocaleString('en')}${max === undefined ? '' : ` of ${max.toLocaleString('en')}`}`,
    costHelp: 'Predicted cost of the query, and the most that the server takes',
    events: (received, shown) =>
      `${received} ${received === 1 ? 'event' : 'events'}${shown < received ? `, the newest ${shown} shown` : ''}`,
    readIn: view => `Read in another view: ${view}`,
    open: 'open',
    ended: 'ended',
    closed: (code, reason) => `The server closed the connection: ${code}${reason ? ` ${reason}` : ''}.`,
    unreachable: problem => `The server could not be reached: ${problem}`,
    noGraphql: (status, start) => `The answer (HTTP ${status}) is not GraphQL. It begins with: ${start}`,
  },
  view: {
    title: 'View',
    intro:
      'The point of view of the whole request, sent in the header suanli-view. Each tab has its own view. The view argument of a field overrides it.',
    current: 'Current view',
    default: 'Default view',
    notJson: 'The view is not JSON',
    overridden: 'The Headers editor has a suanli-view, which is sent instead of this one.',
    apply: 'Apply',
    clear: 'Clear',
    applied: 'View applied',
    cleared: 'Default view',
    language: 'Language of labels',
    languageHelp: 'Also of orders by label, explanations and errors.',
    asStated: 'as each source gives it',
    validAt: 'Facts that held at',
    validAtHelp: 'A year, month or day: 2024, 2024-07, 2024-07-04.',
    today: 'today',
    knownAt: 'As recorded up to',
    knownAtHelp: 'A day or a time: 2026-11-25, 2026-11-25T08:00:00Z. Statements recorded later do not count.',
    now: 'now',
    release: 'Release',
    releaseHelp: 'The graph as published. Excludes the recording time and the sources below.',
    noRelease: 'none: the newest state',
    trust: 'Trusted sources',
    languages: 'Languages of editions',
    noPreference: 'no preference',
    order: languages => `${languages.map(nameOf).join(', then ')} first`,
    languageName: nameOf,
    sources: 'Sources, the preferred first',
    sourcesHelp: 'Ids, one on each line.',
    addSource: 'Add a source …',
    only: 'Use no other sources',
    onlyHelp: 'Without the check mark, other sources count if these state nothing.',
    minConfidence: 'Least confidence, 0 to 1',
    parts: {
      language: tag => `labels in ${nameOf(tag)}`,
      validAt: date => `held at ${date}`,
      knownAt: time => `recorded up to ${time}`,
      release: name => `release ${name}`,
      first: names => `${names.join(', then ')} first`,
      only: names => `only ${names.join(', then ')}`,
      minConfidence: least => `confidence ${least} or more`,
      other: 'other conditions',
    },
  },
  examples: {
    title: 'Examples',
    intro: 'Each example opens in a tab of its own.',
    empty: 'empty on this store',
    checking: 'Looking up which examples have answers on this store',
    checkFailed: 'Which examples have answers on this store could not be looked up.',
    open: name => `Open ${name}`,
  },
  snippets: {
    title: 'Code',
    intro: 'The operation of this tab with its variables, its view and its headers.',
    language: 'Language',
    token: 'The token is read from the environment variable SUANLI_TOKEN.',
    subscription: 'A subscription needs a WebSocket: see docs/clients.md. The code below sends a query or a mutation.',
    shell: 'For a POSIX shell: bash, zsh, sh.',
    noQuery: 'This tab has no query yet.',
    badJson: (editor, problem) => `The ${editor} ${problem}`,
  },
}
