/**
 * The element with an id, of the type the caller needs.
 * @template {HTMLElement} T
 * @param {string} id
 * @param {new () => T} type
 * @returns {T}
 */
export function byId(id, type) {
  const element = document.getElementById(id);
  if (!(element instanceof type)) throw new Error(`the page has no ${type.name} #${id}`);
  return element;
}

/**
 * Makes an element. Text goes in as text, never as markup.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, string>} attributes
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** @param {string} tone @param {string} glyph @param {string} text */
export function banner(tone, glyph, text) {
  return make(
    'div',
    { class: `banner ${tone}`, role: 'status' },
    make('span', { class: 'glyph', 'aria-hidden': 'true' }, glyph),
    text,
  );
}

/**
 * A button that looks like a link.
 * @param {string} text
 * @param {() => void} pressed
 * @returns {HTMLButtonElement}
 */
export function linkButton(text, pressed) {
  const button = make('button', { type: 'button', class: 'link' }, text);
  button.addEventListener('click', pressed);
  return button;
}

/** Whether keys go into a text field now. @param {EventTarget | null} target @returns {boolean} */
export function isTyping(target) {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest('input:not([type="checkbox"]), textarea, select, .monaco-editor, dialog') !== null
  );
}
