/** Two ways to use a page: with a mouse, and with nothing but a keyboard. Both find things by the names that a screen reader says. */

const MAX_TABS = 400;

/** What has the focus, through shadow roots: its role as people name it, its name, its value. Runs in the page. */
function describeFocus() {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  if (!element) return { role: '', name: '', value: '' };
  const roles = { SELECT: 'combobox', TEXTAREA: 'textbox', BUTTON: 'button', A: 'link', SUMMARY: 'summary' };
  const inputs = { checkbox: 'checkbox', search: 'searchbox' };
  const role =
    element.getAttribute('role') ??
    roles[element.tagName] ??
    (element.tagName === 'INPUT' ? (inputs[element.type] ?? 'textbox') : element.localName);
  const label = [...(element.labels ?? [])].map((one) => (one.querySelector('.label') ?? one).textContent).join(' ');
  const name = element.getAttribute('aria-label') ?? (label || element.textContent);
  return { role, name: name.replace(/\s+/g, ' ').trim(), value: element.value ?? '', checked: element.checked };
}

const isNamed = (name, wanted) => (wanted instanceof RegExp ? wanted.test(name) : name === wanted);

export class Mouse {
  constructor(page, within) {
    this.page = page;
    this.within = page.locator(within);
  }

  #find(role, name) {
    return this.within.getByRole(role, { name, ...(typeof name === 'string' && { exact: true }) }).first();
  }

  async press(name, role = 'button') {
    await this.#find(role, name).click();
  }

  async check(name) {
    await this.#find('checkbox', name).click();
  }

  async choose(name, label) {
    await this.#find('combobox', name).selectOption({ label });
  }

  async type(name, text, role = 'textbox') {
    await this.#find(role, name).fill(text);
  }

  async escape() {
    await this.page.keyboard.press('Escape');
  }
}

export class Keyboard {
  constructor(page) {
    this.page = page;
  }

  focus() {
    return this.page.evaluate(describeFocus);
  }

  /** Tab until something of that role and name has the focus, round the page at most once. */
  async #reach(role, name) {
    for (const key of ['Tab', 'Shift+Tab']) {
      for (let tabs = 0; tabs < MAX_TABS; tabs++) {
        const focus = await this.focus();
        if (focus.role === role && isNamed(focus.name, name)) return focus;
        if (focus.role === 'body' && tabs > 0) break;
        await this.page.keyboard.press(key);
      }
    }
    throw new Error(`No Tab leads to the ${role} ${name}; the focus is on ${JSON.stringify(await this.focus())}.`);
  }

  async press(name, role = 'button') {
    await this.#reach(role, name);
    await this.page.keyboard.press('Enter');
  }

  async check(name) {
    await this.#reach('checkbox', name);
    await this.page.keyboard.press('Space');
  }

  /** Types the option's words, as people do in a list. */
  async choose(name, label) {
    await this.#reach('combobox', name);
    await this.page.keyboard.type(label);
    await this.page.keyboard.press('Enter');
  }

  async type(name, text, role = 'textbox') {
    await this.#reach(role, name);
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.type(text);
  }

  async escape() {
    await this.page.keyboard.press('Escape');
  }
}
