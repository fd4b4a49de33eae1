/** Where the user chooses what the page shows and puts it in order, by pointer or by keys. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { fillText } from '../../core/format/formats.js';
import type { Messages } from '../../locales/messages.js';
import { icon } from '../shared/icons.js';
import type { ArrangedList } from './arrangement.js';
import type { DashboardController } from './dashboard-controller.js';

type Words = Messages['dashboard']['customise'];

export function customiseView(page: DashboardController, { dashboard }: Messages): TemplateResult {
  const words = dashboard.customise;
  return html`
    <section class="customise" part="customise" aria-labelledby="customise-title" tabindex="-1">
      <div class="customise-head">
        <h2 class="heading" id="customise-title">${words.heading}</h2>
        <button class="button" part="customise-reset" type="button" @click=${() => page.reset()}>${words.reset}</button>
        <button class="button" part="customise-done" type="button" @click=${() => page.toggleCustomising()}>${words.done}</button>
      </div>
      <p class="hint">${words.hint}</p>
      <div class="lists">${page.lists.map((list) => listView(page, list, words))}</div>
      <span class="spoken" part="customise-said" role="status">${page.announcement}</span>
    </section>
  `;
}

function listView(page: DashboardController, list: ArrangedList, words: Words) {
  const { drag } = page;
  const places = drag.draftOf(list.key) ?? list.places;
  return html`
    <div class="list" data-list=${list.key}>
      <h3 class="list-title" id="list-${list.key}">${list.title}</h3>
      <ol
        class="places" aria-labelledby="list-${list.key}" @pointerdown=${(event: PointerEvent) => drag.start(event, list.key, list.places)}
        @pointermove=${(event: PointerEvent) => drag.move(event)} @pointerup=${(event: PointerEvent) => drag.drop(event)} @pointercancel=${(event: PointerEvent) => drag.cancel(event)} @lostpointercapture=${(event: PointerEvent) => drag.cancel(event)}
      >
        ${repeat(
          places,
          ({ id }) => id,
          ({ id, isHidden }, index) => html`
          <li class="place" part="place" data-id=${id} ?data-dragged=${drag.isDragged(list.key, id)}>
            <span class="handle" part="handle" data-handle aria-hidden="true">${icon('grip')}</span>
            <label class="choice">
              <input type="checkbox" .checked=${live(!isHidden)} @change=${(event: Event) => page.setShown(list.key, id, (event.target as HTMLInputElement).checked)} />
              <span><bdi>${list.nameOf(id)}</bdi></span>
            </label>
            ${stepButton(page, list, id, { by: -1, isEnd: index === 0, label: words.moveUp })}
            ${stepButton(page, list, id, { by: 1, isEnd: index === places.length - 1, label: words.moveDown })}
          </li>`,
        )}
      </ol>
      ${list.offered?.length ? addView(page, list.key, list.offered, words) : nothing}
    </div>
  `;
}

/** At an end it stays, so that the focus does. */
function stepButton(
  page: DashboardController,
  { key, nameOf }: ArrangedList,
  id: string,
  { by, isEnd, label }: { by: 1 | -1; isEnd: boolean; label: string },
) {
  const name = fillText(label, { name: nameOf(id) });
  return html`
    <button class="step" part=${by < 0 ? 'move-up' : 'move-down'} type="button" aria-label=${name} title=${name} aria-disabled=${String(isEnd)}
      @click=${() => page.step(key, id, by)}>${icon(by < 0 ? 'up' : 'down')}</button>`;
}

function addView(page: DashboardController, key: string, offered: [id: string, name: string][], words: Words) {
  const add = (event: Event) => {
    event.preventDefault();
    page.add(key, (event.currentTarget as HTMLFormElement).querySelector('select')!.value);
  };
  return html`
    <form class="add" part="add" @submit=${add}>
      <label class="control"><span class="label">${words.add}</span>
        <select name="metric">${repeat(
          offered,
          ([id]) => id,
          ([id, name]) => html`<option value=${id}>${name}</option>`,
        )}</select>
      </label>
      <button class="button" part="add-metric">${words.addTo}</button>
    </form>
  `;
}
