/** @import { Lesson } from './lesson-source.js' */
/** @import { Block, Inline } from '../model/markdown.js' */
import { parseInlines, parseMarkdown } from '../model/markdown.js';
import { visibleName, visibleOutput } from '../base/visible-text.js';
import { make } from './dom.js';
import { Tabs } from './tabs.js';

/** Shows a lesson: its text, what to look for, and the Rust it comes from. */
export class LessonPanel {
  /** @param {HTMLElement} element @param {() => void} closed */
  constructor(element, closed) {
    this.element = element;
    this.closed = closed;
  }

  /** @param {Lesson | null} lesson */
  show(lesson) {
    this.element.hidden = lesson === null;
    if (lesson === null) return;
    const text = make('div', { class: 'lesson-body panel-body', id: 'lesson-text', tabindex: '0' });
    text.append(
      make('h2', {}, visibleName(lesson.title)),
      ...parseMarkdown(lesson.text ?? '').map(blockElement),
    );
    if (lesson.lookFor) {
      const body = parseMarkdown(lesson.lookFor).map(blockElement);
      text.append(make('div', { class: 'look-for' }, make('strong', {}, 'What to look for'), ...body));
    }
    const tabs = [{ id: 'lesson-text', title: 'Lesson', body: text }];
    if (lesson.rust) {
      const rust = make('div', { class: 'lesson-body panel-body', id: 'lesson-rust', tabindex: '0' });
      rust.append(make('pre', {}, make('code', {}, visibleOutput(lesson.rust))));
      tabs.push({ id: 'lesson-rust', title: 'The same in Rust', body: rust });
    }
    const list = make('div', { class: 'tabs', role: 'tablist', 'aria-label': 'Lesson' });
    const tabSet = new Tabs(list, tabs, (body, isShown) => {
      body.hidden = !isShown;
    });
    const close = make(
      'button',
      { type: 'button', class: 'small quiet', title: 'Close the lesson', 'aria-label': 'Close the lesson' },
      '✕',
    );
    close.addEventListener('click', () => {
      this.show(null);
      this.closed();
    });
    list.append(make('span', { class: 'lesson-tools' }, close));
    this.element.replaceChildren(list, ...tabs.map((tab) => tab.body));
    tabSet.select('lesson-text');
  }
}

/** @param {Block} block @returns {HTMLElement} */
function blockElement(block) {
  switch (block.kind) {
    case 'heading':
      return make(block.level <= 2 ? 'h3' : 'h4', {}, ...block.inlines.map(inlineNode));
    case 'paragraph':
      return make('p', {}, ...block.inlines.map(inlineNode));
    case 'quote':
      return make('blockquote', {}, ...block.inlines.map(inlineNode));
    case 'code':
      return make('pre', {}, make('code', {}, visibleOutput(block.text)));
    case 'list': {
      const items = block.items.map((item) => make('li', {}, ...item.map(inlineNode)));
      return make(block.isOrdered ? 'ol' : 'ul', {}, ...items);
    }
  }
}

/** @param {Inline} inline @returns {Node} */
function inlineNode(inline) {
  switch (inline.kind) {
    case 'text':
      return document.createTextNode(visibleOutput(inline.text));
    case 'code':
      return make('code', {}, visibleOutput(inline.text));
    case 'strong':
      return make('strong', {}, ...parseInlines(inline.text).map(inlineNode));
    case 'emphasis':
      return make('em', {}, visibleOutput(inline.text));
    case 'link':
      return make(
        'a',
        { href: inline.href, rel: 'noopener noreferrer', target: '_blank' },
        visibleOutput(inline.text),
      );
  }
}
