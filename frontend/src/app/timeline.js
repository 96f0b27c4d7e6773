/** @import { Flow } from '../model/flows.js' */
/** @import { LaneGroup } from '../model/lane-groups.js' */
/** @import { LaneTrack } from '../model/lane-track.js' */
/** @import { Selection } from './selection.js' */
/** @import { TimeScale } from '../base/time-scale.js' */
/** @import { Frame, Label } from '../view/frame.js' */
/** @import { LaneShape } from '../view/geometry.js' */
/** @import { Palette } from '../view/palette.js' */
/** @import { FrameLoop } from './frame-loop.js' */
import { flowsOf, flowsOfInstant } from '../model/flows.js';
import { isAccess } from '../model/event-kinds.js';
import { sliceAt, stateAt } from '../model/slices.js';
import { Trace } from '../model/trace.js';
import { drawOverlay } from '../view/draw-overlay.js';
import { drawHeaders } from '../view/draw-headers.js';
import { drawAxis, drawLabels } from '../view/draw-text.js';
import { paintFrame } from '../view/frame.js';
import { AXIS_HEIGHT, headerWidth, shapeFor } from '../view/geometry.js';
import { Paints } from '../view/paints.js';
import { PixelSurface } from '../view/pixel-surface.js';
import { bounded, centred, emptyScale, fitted, revealing, showingStep } from '../view/viewport.js';
import { LaneView } from './lane-view.js';
import { spanOf } from './selection.js';

/**
 * @typedef {object} TimelineParts
 * @property {HTMLElement} view the box the lanes are in
 * @property {HTMLElement} scroll
 * @property {HTMLElement} spacer as tall as all lanes
 * @property {HTMLCanvasElement} canvas
 * @property {HTMLCanvasElement} overlay
 */

/** While a run goes on, what came late is looked at again this often. */
const SETTLE_MILLIS = 200;

/** The lanes on screen: what part of the trace is seen, and what of it is selected. */
export class Timeline {
  trace = new Trace();
  lanes = new LaneView(this.trace);
  /** @type {Selection | null} */
  selection = null;
  /** @type {{into: Flow[], out: Flow[]}} */
  flows = { into: [], out: [] };
  /** Lane the keys are in; 0 none. */
  lane = 0;
  /** Whether the view keeps up with the run. */
  isFollowing = true;
  /** @type {number | null} */
  cursorPx = null;
  /** What comes from here on has not happened yet, where a schedule is stepped. @type {number | null} */
  stepNanos = null;
  /** Lanes that can move, where a schedule is stepped. @type {ReadonlySet<number>} */
  ready = new Set();
  /** Milliseconds each of the last frames took. @type {number[]} */
  frameMillis = [];
  #scale = emptyScale(1);
  #isDirty = true;
  #isOverlayDirty = true;
  #paintedVersion = -1;
  #settledMillis = 0;
  #isCentred = false;
  #toldEnds = /** @type {Map<number, string>} */ (new Map());

  /**
   * @param {TimelineParts} parts
   * @param {FrameLoop} loop
   * @param {{selected: () => void, following: () => void}} changed
   * @param {Palette} palette
   */
  constructor(parts, loop, changed, palette) {
    this.parts = parts;
    this.loop = loop;
    this.changed = changed;
    this.context = /** @type {CanvasRenderingContext2D} */ (parts.canvas.getContext('2d', { alpha: false }));
    this.overlayContext = /** @type {CanvasRenderingContext2D} */ (parts.overlay.getContext('2d'));
    this.paints = new Paints(palette, devicePixelRatio);
    this.surface = new PixelSurface(1, 1);
    this.image = new ImageData(this.surface.bytes, 1, 1);
    this.widthPx = 1;
    this.heightPx = 1;
    new ResizeObserver(() => this.resize()).observe(parts.view);
    parts.scroll.addEventListener('scroll', () => this.repaint());
  }

  /** @returns {TimeScale} */
  get scale() {
    return this.#scale;
  }

  /** @returns {number} */
  get headerPx() {
    return headerWidth(this.widthPx);
  }

  /** @returns {LaneShape} */
  get shape() {
    const { trace, lanes } = this;
    const hasMemory = trace.memory.rows.length > 0;
    return shapeFor(this.heightPx - AXIS_HEIGHT, lanes.rows.count, trace.taskLevels, hasMemory);
  }

  /** @returns {Frame} */
  frame() {
    const { trace, paints, shape, widthPx, heightPx, headerPx } = this;
    return {
      trace,
      rows: this.lanes.rows,
      densities: this.lanes.densities,
      scale: this.#scale,
      scrollPx: this.parts.scroll.scrollTop,
      widthPx,
      heightPx,
      headerPx,
      shape,
      paints,
    };
  }

  /** Shows another run from its beginning. @param {Trace} trace */
  show(trace) {
    this.trace = trace;
    this.lanes = new LaneView(trace);
    this.#toldEnds = new Map();
    this.lane = 0;
    this.parts.scroll.scrollTop = 0;
    this.setFollowing(true);
    this.select(null);
  }

  /** What the server says of each lane's end. @param {Map<number, string>} ends */
  tellEnds(ends) {
    this.#toldEnds = ends;
    this.repaint();
  }

  /** @param {Palette} palette */
  setPalette(palette) {
    this.paints = new Paints(palette, devicePixelRatio);
    this.repaint();
  }

  resize() {
    const box = this.parts.view.getBoundingClientRect();
    this.widthPx = Math.max(1, Math.floor(this.parts.scroll.clientWidth || box.width));
    this.heightPx = Math.max(1, Math.floor(box.height));
    if (this.paints.ratio !== devicePixelRatio)
      this.paints = new Paints(this.paints.palette, devicePixelRatio);
    const width = Math.round(this.widthPx * devicePixelRatio);
    const height = Math.round(this.heightPx * devicePixelRatio);
    for (const canvas of [this.parts.canvas, this.parts.overlay]) {
      canvas.width = width;
      canvas.height = height;
      canvas.style.width = `${this.widthPx}px`;
      canvas.style.height = `${this.heightPx}px`;
    }
    this.surface = new PixelSurface(width, height);
    this.image = new ImageData(this.surface.bytes, this.surface.width, this.surface.height);
    this.#scale = this.#scale.withWidth(this.widthPx - this.headerPx);
    this.repaint();
  }

  repaint() {
    this.#isDirty = true;
    this.loop.request();
  }

  repaintOverlay() {
    this.#isOverlayDirty = true;
    this.loop.request();
  }

  /** A stage of the frame loop. */
  paint() {
    const isNew = this.trace.version !== this.#paintedVersion;
    if (isNew) this.#takeNew();
    const work = this.lanes.work();
    if (work.isNew) this.#isDirty = true;
    if (work.isMore) this.loop.request();
    if (!this.#isDirty && !isNew && !this.#isOverlayDirty) return;
    const began = performance.now();
    const frame = this.frame();
    if (this.#isDirty || isNew) {
      const labels = paintFrame(this.surface, frame);
      this.#drawBase(frame, labels);
    }
    this.#drawOverlay(frame);
    this.#isDirty = false;
    this.#isOverlayDirty = false;
    this.frameMillis.push(performance.now() - began);
    if (this.frameMillis.length > 600) this.frameMillis.splice(0, 300);
  }

  /** Brings the view up to date with what arrived. */
  #takeNew() {
    this.#paintedVersion = this.trace.version;
    const now = performance.now();
    if (this.trace.hasEnded || now - this.#settledMillis > SETTLE_MILLIS) {
      this.trace.settle();
      this.#settledMillis = now;
    }
    if (this.lanes.arrange() && this.selection?.kind === 'group') {
      const group = this.lanes.group(this.selection.group.key);
      if (group !== null) this.selection = { kind: 'group', group };
    }
    this.#fitSpacer();
    if (this.isFollowing) this.#scale = fitted(this.trace, this.#scale.widthPx);
    if (this.selection?.kind === 'slice') {
      const { selection } = this;
      const { slice } = selection;
      const now = sliceAt(this.trace, slice.lane, slice.startNanos);
      if (now !== null && (now.endNanos !== slice.endNanos || now.state !== slice.state)) {
        this.selection = { ...selection, slice: now };
        this.flows = flowsOf(this.trace, now);
        this.changed.selected();
      }
    }
  }

  /** Makes room for all rows. */
  #fitSpacer() {
    const height = AXIS_HEIGHT + this.lanes.rows.count * this.shape.height + 8;
    this.parts.spacer.style.height = `${height}px`;
    // A scroll bar that comes takes width away.
    if (this.parts.scroll.clientWidth !== this.widthPx && this.parts.scroll.clientWidth > 0) this.resize();
  }

  /** Opens or closes a group of lanes. @param {LaneGroup} group @param {boolean} isOpen */
  toggle(group, isOpen) {
    this.lanes.rows.toggle(group, isOpen);
    this.#fitSpacer();
    this.repaint();
    if (this.selection?.kind === 'group') {
      const now = this.lanes.group(group.key);
      this.select(now === null ? null : { kind: 'group', group: now });
    }
  }

  /** @param {Frame} frame @param {Label[]} labels */
  #drawBase(frame, labels) {
    const { context, paints } = this;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.putImageData(this.image, 0, 0);
    context.setTransform(paints.ratio, 0, 0, paints.ratio, 0, 0);
    drawLabels(context, frame, labels);
    const group = this.selection?.kind === 'group' ? this.selection.group.key : 0;
    drawHeaders(context, frame, { lane: this.lane, group }, this.ready, (id) =>
      this.stepNanos === null ? (this.#toldEnds.get(id) ?? '') : stateAt(this.trace, id, this.stepNanos - 1),
    );
    drawAxis(context, frame);
  }

  /** @param {Frame} frame */
  #drawOverlay(frame) {
    const { overlayContext: context, selection } = this;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, this.parts.overlay.width, this.parts.overlay.height);
    context.setTransform(this.paints.ratio, 0, 0, this.paints.ratio, 0, 0);
    drawOverlay(context, frame, {
      slice: selection?.kind === 'slice' ? selection.slice : null,
      instant:
        selection?.kind === 'instant'
          ? {
              lane: selection.lane.id,
              nanos: this.trace.instants.nanos[selection.row],
              isAccess: isAccess(this.trace.instants.kind[selection.row]),
            }
          : null,
      flows: [...this.flows.into, ...this.flows.out],
      range: selection?.kind === 'range' ? selection : null,
      cursorPx: this.cursorPx,
      stepNanos: this.stepNanos,
    });
  }

  /** Brings a moment in sight, and draws what comes after it faintly. @param {number | null} nanos @param {boolean} isEnd nothing comes after it @param {number[]} ready lanes that can move */
  setStep(nanos, isEnd, ready) {
    this.ready = new Set(ready);
    this.stepNanos = isEnd ? null : nanos;
    if (nanos !== null) {
      if (this.isFollowing) this.#scale = fitted(this.trace, this.#scale.widthPx);
      const around = showingStep(this.#scale, nanos);
      if (around !== this.#scale) this.look(around);
    }
    this.repaint();
  }

  /** @param {boolean} isFollowing */
  setFollowing(isFollowing) {
    if (this.isFollowing !== isFollowing) {
      this.isFollowing = isFollowing;
      this.changed.following();
    }
    if (isFollowing) this.#scale = fitted(this.trace, this.#scale.widthPx);
    this.repaint();
  }

  /** Looks elsewhere; the view no longer follows the run. @param {TimeScale} scale */
  look(scale) {
    this.#scale = bounded(scale, Math.max(this.trace.endNanos, 1_000));
    this.#isCentred = false;
    if (this.isFollowing) this.setFollowing(false);
    this.repaint();
  }

  /** @param {number} factor @param {number} [px] from the left of the time area */
  zoom(factor, px) {
    this.look(this.#scale.zoomAt(factor, px ?? this.#focusPx()));
  }

  /** @param {number} px */
  pan(px) {
    this.look(this.#scale.panBy(px));
  }

  fit() {
    this.setFollowing(true);
  }

  /** Centres the selection; when it is centred, or there is none, fits everything. */
  centreOrFit() {
    const span = spanOf(this.selection, this.trace);
    if (span === null || this.#isCentred) {
      this.#isCentred = false;
      this.fit();
      return;
    }
    this.look(centred(this.#scale, span.startNanos, span.endNanos));
    this.#isCentred = true;
  }

  /** @param {Selection | null} selection @param {boolean} [reveal] scroll to it */
  select(selection, reveal = false) {
    this.selection = selection;
    this.#isCentred = false;
    this.flows = { into: [], out: [] };
    if (selection?.kind === 'slice') {
      this.lane = selection.slice.lane.id;
      this.flows = flowsOf(this.trace, selection.slice);
    } else if (selection?.kind === 'instant') {
      this.lane = selection.lane.id;
      this.flows = flowsOfInstant(this.trace, selection.row);
    } else if (selection?.kind === 'group') {
      this.lane = 0;
    }
    if (reveal && selection !== null) this.#reveal(selection);
    this.changed.selected();
    this.repaint();
  }

  /** Scrolls a lane into sight, out of its group where it is folded. @param {LaneTrack} lane */
  revealLane(lane) {
    this.lanes.rows.update();
    if (this.lanes.unfold(lane)) this.#fitSpacer();
    this.revealRow(this.lanes.rows.indexOf(lane));
  }

  /** Scrolls a row into sight. @param {number} index */
  revealRow(index) {
    const top = index * this.shape.height;
    const { scroll } = this.parts;
    const room = this.heightPx - AXIS_HEIGHT - this.shape.height;
    if (top < scroll.scrollTop) scroll.scrollTop = top;
    else if (top > scroll.scrollTop + room) scroll.scrollTop = top - room;
  }

  /** @param {Selection} selection */
  #reveal(selection) {
    const span = spanOf(this.selection, this.trace);
    if (span === null) return;
    if (selection.kind === 'slice') this.revealLane(selection.slice.lane);
    else if (selection.kind === 'instant') this.revealLane(selection.lane);
    // A slice at least partly in sight is found by the eye.
    const { startNanos, endNanos } = this.#scale;
    if (span.startNanos < startNanos || span.startNanos > endNanos)
      this.look(revealing(this.#scale, span.startNanos));
  }

  /** Where keys zoom at: the selection when it is in sight, else the middle. @returns {number} */
  #focusPx() {
    const span = spanOf(this.selection, this.trace);
    const middle = this.#scale.widthPx / 2;
    if (span === null) return middle;
    const px = this.#scale.toPx((span.startNanos + span.endNanos) / 2);
    return px > 0 && px < this.#scale.widthPx ? px : middle;
  }
}
