/** @import { LaneTrack } from '../model/lane-track.js' */
/** @import { Hit } from '../view/hit-test.js' */
/** @import { Timeline } from './timeline.js' */
import { firstSlice, sliceAt } from '../model/slices.js';
import { beganInstant } from '../model/tasks.js';
import { AXIS_HEIGHT } from '../view/geometry.js';
import { hitTest } from '../view/hit-test.js';
import { goToLane } from './timeline-moves.js';

/** Movement up to here is still a click. */
const CLICK_PX = 5;
const WHEEL_ZOOM = 1.0018;

/**
 * The pointer on the lanes: click selects, drag selects a range of time, Shift and drag pans, Ctrl and wheel zooms.
 * @param {Timeline} timeline
 * @param {{hovered: (hit: Hit | null, x: number, y: number) => void, headerClicked: (lane: LaneTrack) => boolean}} told
 *   `headerClicked` says whether a click on a lane's name has had its effect
 */
export function installPointer(timeline, { hovered, headerClicked }) {
  const { canvas, scroll } = timeline.parts;
  /** @type {{x: number, y: number, lastX: number, isPan: boolean, isDrag: boolean, scrollTop: number} | null} */
  let press = null;

  /** @param {PointerEvent | WheelEvent} event */
  function point(event) {
    const box = canvas.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  canvas.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 && event.button !== 1) return;
    const { x, y } = point(event);
    // A finger has no Shift: it pans.
    const isPan = event.shiftKey || event.button === 1 || event.pointerType === 'touch';
    press = { x, y, lastX: x, isPan, isDrag: false, scrollTop: scroll.scrollTop };
    canvas.setPointerCapture(event.pointerId);
    hovered(null, x, y);
  });

  canvas.addEventListener('pointermove', (event) => {
    const { x, y } = point(event);
    timeline.cursorPx = x;
    timeline.repaintOverlay();
    if (press === null) {
      const hit = y < AXIS_HEIGHT ? null : hitTest(timeline.frame(), x, y);
      const isMovable = hit !== null && hit.isHeader && hit.lane !== null && timeline.ready.has(hit.lane.id);
      canvas.style.cursor = isMovable ? 'pointer' : '';
      hovered(hit, x, y);
      return;
    }
    press.isDrag ||= Math.hypot(x - press.x, y - press.y) > CLICK_PX;
    if (!press.isDrag) return;
    if (press.isPan) {
      timeline.pan(press.lastX - x);
      if (event.pointerType === 'touch') scroll.scrollTop = press.scrollTop + press.y - y;
    } else {
      const { scale, headerPx } = timeline;
      const [a, b] = [press.x, x].map((px) => scale.toNanos(Math.max(0, px - headerPx)));
      const [from, to] = [a ?? 0, b ?? 0];
      timeline.select({ kind: 'range', startNanos: Math.min(from, to), endNanos: Math.max(from, to) });
    }
    press.lastX = x;
  });

  canvas.addEventListener('pointerup', (event) => {
    if (press !== null && !press.isDrag) click(press.x, press.y);
    press = null;
    if (canvas.hasPointerCapture(event.pointerId)) canvas.releasePointerCapture(event.pointerId);
  });

  canvas.addEventListener('pointercancel', () => {
    press = null;
  });

  canvas.addEventListener('pointerleave', () => {
    timeline.cursorPx = null;
    timeline.repaintOverlay();
    hovered(null, 0, 0);
  });

  canvas.addEventListener(
    'wheel',
    (event) => {
      const { x } = point(event);
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        timeline.zoom(WHEEL_ZOOM ** -pixels(event.deltaY, event.deltaMode), x - timeline.headerPx);
      } else if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
        event.preventDefault();
        timeline.pan(
          pixels(event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX, event.deltaMode),
        );
      }
      hovered(null, 0, 0);
    },
    { passive: false },
  );

  /** @param {number} x @param {number} y */
  function click(x, y) {
    const hit = hitTest(timeline.frame(), x, y);
    const { trace } = timeline;
    if (hit.group !== null) {
      timeline.select({ kind: 'group', group: hit.group });
      if (hit.isHeader) timeline.toggle(hit.group, !hit.group.isOpen);
      return;
    }
    if (hit.lane === null) {
      timeline.select(null);
      return;
    }
    const instant = hit.task < 0 ? hit.instant : beganInstant(trace, hit.task);
    const carried = hit.mount < 0 ? undefined : trace.lanes.get(trace.mounts.lane[hit.mount]);
    if (hit.isHeader) {
      if (!headerClicked(hit.lane)) goToLane(timeline, hit.lane);
    } else if (instant >= 0) timeline.select({ kind: 'instant', lane: hit.lane, row: instant });
    else if (carried !== undefined) selectAt(carried, hit.nanos);
    else if (hit.slice !== null) timeline.select({ kind: 'slice', slice: hit.slice, pointed: hit.nanos });
    else timeline.select(null);
  }

  /** What a virtual thread does on its carrier. @param {LaneTrack} lane @param {number} nanos */
  function selectAt(lane, nanos) {
    const slice = sliceAt(timeline.trace, lane, nanos) ?? firstSlice(timeline.trace, lane);
    if (slice !== null) timeline.select({ kind: 'slice', slice });
  }
}

/** A wheel may count lines or pages. @param {number} delta @param {number} mode @returns {number} */
function pixels(delta, mode) {
  return mode === 1 ? delta * 16 : mode === 2 ? delta * 400 : delta;
}
