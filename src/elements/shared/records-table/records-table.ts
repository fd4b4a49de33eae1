/** What a table of records does around its rows, whatever they are: pages, the selection it follows, the open record, the file. */
import type { LitElement, ReactiveController, TemplateResult } from 'lit';
import { ExportController } from '../../../controllers/export-controller.js';
import { fetchPages } from '../../../controllers/fetch-pages.js';
import type { LocaleController } from '../../../controllers/locale-controller.js';
import { OpenRecordController, placeOf } from '../../../controllers/open-record-controller.js';
import {
  PageController,
  toPageSize,
  type PageOptions,
  type PageQuery,
  type RecordPage,
} from '../../../controllers/page-controller.js';
import type { ScopeController } from '../../../controllers/scope-controller.js';
import type { ScopeProperties } from '../../../controllers/scope-properties.js';
import type { SelectionController } from '../../../controllers/selection-controller.js';
import type { Answered } from '../../../controllers/source-query-controller.js';
import { chooseRange } from '../announce-choice.js';
import { csvBlob, exportFile } from '../export-file.js';
import { loadView, skeletonView } from '../load-view.js';
import { toWords, type Words } from '../words.js';
import { dialogView, returnFocus, showDialog, type DialogView } from './dialog.js';
import { exportView, pagerView, selectionView } from './view.js';

type Host = LitElement & ScopeProperties & { pageSize: number };

/** What a list is about, apart from its page. */
interface List {
  from: string;
  to: string;
  timeZone: string;
}

interface RecordsTableOptions<L, P> extends Omit<PageOptions<L, P>, 'settings' | 'toList'> {
  /** `undefined`: nothing to ask. */
  toList: (...scope: Parameters<PageOptions<L, P>['toList']>) => L | undefined;
  /** Fires the event of opening; returns whether the page leaves it to the table. */
  mayOpen: (id: string) => boolean;
}

interface RecordsFile<L, R, P> {
  list: () => L | undefined;
  name: string;
  /** Times are those of the list's zone; `last` is the last page. */
  toCsv: (rows: readonly R[], timeZone: string, last: P) => string;
}

interface Around {
  locale: LocaleController;
  scope: ScopeController;
  selection: SelectionController;
}

/** A skeleton of a long page has no more rows than this. */
const MAX_SKELETON_ROWS = 10;

export class RecordsTable<
  L extends List,
  R extends { id: string },
  P extends RecordPage<R>,
> implements ReactiveController {
  readonly list: PageController<L, R, P>;
  readonly record: OpenRecordController;
  /** The open record, also when the list does not have it any more. */
  opened: { row: R; page: P } | undefined;
  readonly #host: Host;
  readonly #locale: LocaleController;
  readonly #scope: ScopeController;
  readonly #options: RecordsTableOptions<L, P>;
  readonly #selection: SelectionController;
  readonly #file: ExportController;
  /** The selection that was last drawn, and the open record. */
  #drawn: { selected?: unknown; record?: string | undefined } = {};

  constructor(host: Host, { locale, scope, selection }: Around, options: RecordsTableOptions<L, P>) {
    this.#host = host;
    this.#locale = locale;
    this.#scope = scope;
    this.#options = options;
    this.#selection = selection;
    // Before the list, which may have to go back to another page in the same update.
    host.addController(this);
    this.list = new PageController(host, scope, {
      settings: () => selection.settings,
      toList: (resolved) => {
        const list = options.toList(resolved);
        return list && { list, pageSize: toPageSize(host.pageSize) };
      },
      ask: options.ask,
    });
    this.record = new OpenRecordController(host, {
      mayOpen: options.mayOpen,
      turnTo: (page) => this.list.turnTo(page),
      subject: () => scope.subject,
      load: () => this.list.answers.load,
    });
    this.#file = new ExportController(host, scope);
  }

  /** Whether there is a selection that was not drawn yet. */
  get hasNewSelection(): boolean {
    const { selected } = this.#selection;
    return selected !== undefined && selected !== this.#drawn.selected;
  }

  get words(): Words {
    return toWords(this.#locale, this.#scope, this.list.last?.query.list.timeZone);
  }

  hostUpdate(): void {
    const { last, listed } = this.list;
    this.record.follow(listed);
    const { id } = this.record;
    const row = last?.answer.rows.find((one) => one.id === id);
    if (last && row) this.opened = { row, page: last.answer };
    else if (this.opened?.row.id !== id) this.opened = undefined;
  }

  hostUpdated(): void {
    const root = this.#host.renderRoot;
    if (this.hasNewSelection && this.#scope.described) {
      this.#host.scrollIntoView({ block: 'start' });
      root.querySelector<HTMLElement>('.selection')?.focus({ preventScroll: true });
    }
    const closed = this.record.takeClosed();
    if (closed) returnFocus(root, closed);
    const dialog = root.querySelector('dialog');
    if (dialog) showDialog(dialog, this.record.id !== this.#drawn.record);
    this.#drawn = { selected: this.#selection.selected, record: this.record.id };
  }

  turnTo(page: number): void {
    this.list.turnTo(page);
    if (this.#host.getBoundingClientRect().top < 0)
      this.#host.renderRoot.querySelector('.frame')?.scrollIntoView({ block: 'start' });
  }

  clearSelection(): void {
    (this.#selection.clear() ?? this.#host.renderRoot.querySelector<HTMLElement>('.frame'))?.focus();
  }

  /** Every record of the list as a CSV file. */
  export({ list, name, toCsv }: RecordsFile<L, R, P>): void {
    void this.#file.run(async (source, signal) => {
      const all = list();
      if (!all) return;
      const content = async () => {
        const { rows, last } = await fetchPages<R, P>(
          (page, pageSize) => this.#options.ask(source, { ...all, page, pageSize }, signal),
          signal,
        );
        return csvBlob(toCsv(rows, all.timeZone, last));
      };
      await exportFile(this.#host, { format: 'csv', filename: `${name}-${all.from}-${all.to}.csv`, content });
    });
  }

  exportView(onExport: () => void): TemplateResult {
    return exportView(this.#locale.messages, this.#file, onExport);
  }

  selectionView(text: string, heading: string, clear: string): TemplateResult {
    return selectionView(text, heading, clear, () => this.clearSelection());
  }

  loadView(
    content: (answered: Answered<PageQuery<L>, P>) => TemplateResult,
    isEmpty: (answered: Answered<PageQuery<L>, P>) => boolean = () => false,
  ): TemplateResult {
    return loadView({
      answers: this.list.answers,
      locale: this.#locale,
      formats: this.words.formats,
      skeleton: skeletonView(Math.min(MAX_SKELETON_ROWS, toPageSize(this.#host.pageSize))),
      content,
      isEmpty,
      onLastData: (range) => chooseRange(this.#host, this.#scope, range),
    });
  }

  pagerView({ query: { page, pageSize }, answer: { total } }: Answered<PageQuery<L>, P>): TemplateResult {
    return pagerView({
      ...this.words,
      page,
      pageSize,
      total,
      onPage: (next) => this.turnTo(next),
      onPageSize: (size) => (this.#host.pageSize = size),
    });
  }

  /** The open record above the page, with the way to its neighbours. */
  dialogView(id: string, dialog: Pick<DialogView, 'title' | 'words' | 'body'>): TemplateResult {
    const listed = this.list.listed!;
    return dialogView({
      ...dialog,
      formats: this.words.formats,
      direction: this.#locale.direction,
      place: placeOf(id, listed),
      total: listed.total,
      hasFailed: this.record.hasFailed,
      canStep: (by) => this.record.canStep(by, listed),
      onStep: (by) => this.record.step(by, listed),
      onClosed: () => this.record.close(),
    });
  }
}
