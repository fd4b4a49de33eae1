import { expect } from 'chai';
import { EscapeController } from '../../src/controllers/escape-controller.js';
import { FakeHost } from './hosts.js';

function listening() {
  const host = new FakeHost();
  const state = { isOpen: false, closed: 0 };
  new EscapeController(
    host,
    () => state.isOpen,
    () => state.closed++,
  );
  host.connect();
  return { host, state };
}

const press = (key: string) => document.dispatchEvent(new KeyboardEvent('keydown', { key }));

describe('EscapeController', () => {
  it('hears Escape and no other key, once, while something is open', () => {
    const { host, state } = listening();
    press('Escape');
    expect(state.closed).to.equal(0);
    state.isOpen = true;
    host.update();
    host.update();
    press('a');
    press('Escape');
    expect(state.closed).to.equal(1);
    state.isOpen = false;
    host.update();
    press('Escape');
    expect(state.closed).to.equal(1);
  });

  it('hears nothing once its host has left, also when that is drawn once more', () => {
    const { host, state } = listening();
    state.isOpen = true;
    host.update();
    host.disconnect();
    host.update();
    press('Escape');
    expect(state.closed).to.equal(0);
    host.connect();
    press('Escape');
    expect(state.closed).to.equal(1);
    host.disconnect();
  });
});
