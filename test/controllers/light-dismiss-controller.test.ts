import { expect } from 'chai';
import type { LitElement } from 'lit';
import { LightDismissController } from '../../src/controllers/light-dismiss-controller.js';
import { FakeHost } from './hosts.js';

describe('LightDismissController', () => {
  const inside = document.createElement('p');
  const outside = document.createElement('p');
  before(() => document.body.append(inside, outside));
  after(() => [inside, outside].forEach((one) => one.remove()));

  function listening() {
    const host = Object.assign(new FakeHost(), { renderRoot: document.createElement('div') });
    const state = { isOpen: true, closed: 0 };
    new LightDismissController(
      host as unknown as LitElement,
      () => (state.isOpen ? inside : null),
      () => state.closed++,
    );
    host.connect();
    return { host, state };
  }

  const go = (place: Element) =>
    ['pointerdown', 'focusin'].forEach((type) =>
      place.dispatchEvent(new Event(type, { bubbles: true, composed: true })),
    );

  it('hears a press and a focus elsewhere, once each, while something is open', () => {
    const { host, state } = listening();
    host.update();
    go(inside);
    expect(state.closed).to.equal(0);
    go(outside);
    expect(state.closed).to.equal(2);
    state.isOpen = false;
    host.update();
    go(outside);
    expect(state.closed).to.equal(2);
    host.disconnect();
  });

  it('puts away what is open when its host leaves, and then hears nothing, also when the host is drawn once more', () => {
    const { host, state } = listening();
    host.disconnect();
    expect(state.closed).to.equal(1);
    host.update();
    go(outside);
    expect(state.closed).to.equal(1);
  });
});
