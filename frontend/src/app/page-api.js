/** @import { Editor } from './editor.js' */
/** @import { FrameLoop } from './frame-loop.js' */
/** @import { RunController } from './run-controller.js' */
/** @import { StepMode } from './step-mode.js' */
/** @import { Timeline } from './timeline.js' */
import { snapshotOf } from '../model/snapshot.js';

/**
 * Puts the page's own model on the window, for tests in a browser and for the curious.
 * @param {{controller: RunController, editor: Editor, loop: FrameLoop, timeline: Timeline, ready: Promise<void>, run: () => void, explore: () => void, replay: (schedule: string) => void, step: StepMode}} page
 */
export function installPageApi({ controller, editor, loop, timeline, ready, run, explore, replay, step }) {
  window.interleave = {
    snapshot: () => ({
      ...snapshotOf(controller.trace, controller.state),
      markers: controller.state.diagnostics,
      step: step.snapshot(),
    }),
    source: () => editor.text(),
    setSource: (text) => editor.setText(text),
    run,
    explore,
    replay,
    step: () => step.enter(),
    stop: () => controller.stop(),
    eventCount: () => controller.trace.eventCount,
    frameMillis: () => [...timeline.frameMillis],
  };
  window.whenIdle = async () => {
    await ready;
    do {
      await controller.whenInactive();
      await loop.painted();
    } while (controller.isActive || loop.isRequested);
  };
}
